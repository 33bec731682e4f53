//! Short names for what the module and its glue hand each other.
//!
//! wasm-bindgen calls an import `__wbg_setAttribute_` and sixteen letters of a hash, so that no two crates can mean the
//! same. Once module and glue are written nobody else reads these names, and the hashes do not compress: 5 KB on the wire.

use std::collections::BTreeMap;

use walrus::Module;

use crate::TaskError;

/// What the long names begin with.
const LONG: &str = "__wb";

/// What the short names begin with; no name in the glue does.
const SHORT: char = '$';

/// Gives imports and exports short names, in the module and in the glue, which is returned.
pub fn shorten(module: &mut Module, glue: &str) -> Result<String, TaskError> {
    let mut names = BTreeMap::new();
    let imports = module.imports.iter_mut().map(|import| &mut import.name);
    let exports = module.exports.iter_mut().map(|export| &mut export.name);
    for name in imports.chain(exports).filter(|name| name.starts_with(LONG)) {
        let number = names.len();
        *name = names.entry(name.clone()).or_insert_with(|| format!("{SHORT}{number:x}")).clone();
    }
    renamed(glue, &names)
}

/// A script in which each name of the table has its other one.
fn renamed(script: &str, names: &BTreeMap<String, String>) -> Result<String, TaskError> {
    let is_named = |c: char| c.is_alphanumeric() || c == '_' || c == SHORT;
    let mut text = String::with_capacity(script.len());
    let mut rest = script;
    while let Some(start) = rest.find(is_named) {
        let (before, word_on) = rest.split_at(start);
        let (word, after) = word_on.split_at(word_on.find(|c| !is_named(c)).unwrap_or(word_on.len()));
        if word.starts_with(SHORT) && word.len() > 1 {
            return Err(format!(
                "wasm-bindgen's glue was expected to have no name that begins with {SHORT}, found `{word}`"
            ));
        }
        text.push_str(before);
        text.push_str(names.get(word).map_or(word, String::as_str));
        rest = after;
    }
    text.push_str(rest);
    Ok(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names() -> BTreeMap<String, String> {
        BTreeMap::from([("__wbg_now".to_owned(), "$0".to_owned())])
    }

    #[test]
    fn whole_names_are_renamed() {
        let script = "__wbg_now: () => __wbg_now_1 + wasm.__wbg_now(`${a}`)";
        assert_eq!(renamed(script, &names()).as_deref(), Ok("$0: () => __wbg_now_1 + wasm.$0(`${a}`)"));
    }

    #[test]
    fn a_script_with_such_short_names_is_refused() {
        assert!(renamed("const $a = 1;", &names()).is_err_and(|error| error.contains("`$a`")));
    }
}
