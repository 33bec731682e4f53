//! Joins the three parts of `era-line.js`: the glue that wasm-bindgen writes, the style sheet, the element's class.
//!
//! Takes their texts and gives one ES module. A page then loads one script and one wasm, and the strict content
//! security policy that allows the one allows all. The class is written as if the two others were modules beside it:
//!
//! ```js
//! import init, { TimelineElement } from "./glue.js";
//! import { ELEMENT_STYLE } from "./style.js";
//! ```
//!
//! Those lines are dropped here, and what they name stands above the class in the same module.

use crate::TaskError;

/// How the glue exports its two initialisers.
const GLUE_EXPORT: &str = "export { initSync, __wbg_init as default };";

/// One module from the three parts.
pub fn join(glue: &str, style: &str, element: &str) -> Result<String, TaskError> {
    let glue = without_exports(glue)?;
    let style = js_string(&compact_css(style));
    let element = without_imports(element)?;
    compact_js(&format!("{glue}\nconst init = __wbg_init;\n\nconst ELEMENT_STYLE = {style};\n\n{element}"))
}

/// The glue as plain declarations: nothing of it is part of the element's interface.
fn without_exports(glue: &str) -> Result<String, TaskError> {
    if glue.matches(GLUE_EXPORT).count() != 1 {
        return Err(format!("wasm-bindgen's glue was expected to end in `{GLUE_EXPORT}` and does not"));
    }
    let mut plain = String::with_capacity(glue.len());
    for line in glue.lines() {
        if line.starts_with("import ") {
            return Err(format!(
                "wasm-bindgen's glue imports another module, which the bundle does not have: `{line}`"
            ));
        }
        if line.trim() != GLUE_EXPORT && !line.starts_with("/* @ts-self-types") {
            plain.push_str(line.strip_prefix("export ").unwrap_or(line));
            plain.push('\n');
        }
    }
    Ok(plain)
}

/// The class without the imports whose names the joined module has already.
fn without_imports(element: &str) -> Result<String, TaskError> {
    let mut kept = String::with_capacity(element.len());
    for line in element.lines() {
        if !line.starts_with("import ") {
            kept.push_str(line);
            kept.push('\n');
        } else if !line.contains("\"./glue.js\"") && !line.contains("\"./style.js\"") {
            return Err(format!(
                "element.js may import \"./glue.js\" and \"./style.js\" on one line each; found `{line}`"
            ));
        }
    }
    Ok(kept)
}

/// A script without indentation, empty lines and the comments that have lines of their own.
///
/// No parser of JavaScript is behind this, so it refuses the one thing that would make it unsafe: a template literal of
/// several lines, whose inside may look like any of these.
fn compact_js(script: &str) -> Result<String, TaskError> {
    let mut kept = String::with_capacity(script.len());
    let mut in_comment = false;
    for line in script.lines().map(str::trim) {
        if in_comment || line.starts_with("/*") {
            // What follows a comment on its line is kept as it is.
            match line.split_once("*/") {
                Some((_, after)) => {
                    in_comment = false;
                    push_line(&mut kept, after.trim_start());
                }
                None => in_comment = true,
            }
        } else if !line.starts_with("//") {
            if !line.matches('`').count().is_multiple_of(2) {
                return Err(format!("a template literal must begin and end on one line: `{line}`"));
            }
            push_line(&mut kept, line);
        }
    }
    Ok(kept)
}

fn push_line(text: &mut String, line: &str) {
    if !line.is_empty() {
        text.push_str(line);
        text.push('\n');
    }
}

/// A style sheet without comments, indentation and empty lines; nothing inside a rule is touched.
pub fn compact_css(css: &str) -> String {
    let mut kept = String::with_capacity(css.len());
    let mut rest = css;
    while let Some((before, comment)) = rest.split_once("/*") {
        kept.push_str(before);
        rest = comment.split_once("*/").map_or("", |(_, after)| after);
    }
    kept.push_str(rest);
    let lines: Vec<&str> = kept.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    lines.join("\n")
}

/// A JavaScript string literal that holds the text.
fn js_string(text: &str) -> String {
    let mut literal = String::with_capacity(text.len() + 2);
    literal.push('"');
    for letter in text.chars() {
        match letter {
            '"' => literal.push_str("\\\""),
            '\\' => literal.push_str("\\\\"),
            '\n' => literal.push_str("\\n"),
            '\r' => literal.push_str("\\r"),
            '\u{2028}' => literal.push_str("\\u2028"),
            '\u{2029}' => literal.push_str("\\u2029"),
            other => literal.push(other),
        }
    }
    literal.push('"');
    literal
}

#[cfg(test)]
mod tests {
    use super::*;

    const GLUE: &str = "export class TimelineElement {}\nexport { initSync, __wbg_init as default };\n";

    #[test]
    fn the_joined_module_has_the_glue_the_style_and_the_class_in_this_order() {
        let element = "import init, { TimelineElement } from \"./glue.js\";\nexport class EraLine {}\n";
        let joined = join(GLUE, "/* why */\n:host {\n  display: block;\n}\n", element);
        let expected = "class TimelineElement {}\nconst init = __wbg_init;\n\
                        const ELEMENT_STYLE = \":host {\\ndisplay: block;\\n}\";\nexport class EraLine {}\n";
        assert_eq!(joined.as_deref(), Ok(expected));
    }

    #[test]
    fn an_import_that_the_bundle_lacks_is_refused() {
        let joined = join(GLUE, "", "import { helper } from \"./helper.js\";\n");
        assert!(joined.is_err_and(|error| error.contains("./helper.js")));
    }

    #[test]
    fn glue_of_another_shape_is_refused() {
        assert!(join("export default init;\n", "", "").is_err());
    }

    #[test]
    fn comments_with_lines_of_their_own_are_left_out_of_the_script() {
        let script = "/**\n * Why.\n */\nconst a = 1; // kept\n\n  // Why.\n  /* Why. */ const url = `http://${a}`;\n";
        assert_eq!(compact_js(script).as_deref(), Ok("const a = 1; // kept\nconst url = `http://${a}`;\n"));
        assert!(compact_js("const text = `one\n// two`;\n").is_err());
    }

    #[test]
    fn quotes_and_backslashes_survive_the_string() {
        assert_eq!(js_string("a::before { content: \"\\201C\" }"), r#""a::before { content: \"\\201C\" }""#);
    }
}
