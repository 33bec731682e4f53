//! `cargo xtask bundle`: the one way to make what a page loads.
//!
//! Compiles the library to wasm, has wasm-bindgen write the glue, joins glue, style sheet and element into one module,
//! and leaves four files under stable names in `dist/`. Prints their sizes and fails when they are over the budget.

use std::fs;
use std::path::{Path, PathBuf};

use walrus::Module;
use wasm_bindgen_cli_support::Bindgen;

use crate::TaskError;
use crate::command::{WASM_TARGET, cargo, need_wasm_target, root, run, target_folder};
use crate::links::Links;
use crate::{functions, glue, locals, names, sizes, unread};

/// The name that every file of the bundle begins with.
const NAME: &str = "era-line";

/// The profile in Cargo.toml that is made for the wire.
const PROFILE: &str = "wasm";

/// Between flags in `CARGO_ENCODED_RUSTFLAGS`, which may hold spaces, as folders do.
const FLAG_SEPARATOR: &str = "\u{1f}";

/// What LLVM leaves undone for the page. Each of these makes loops a little faster by keeping more variables, and a variable
/// that is set and read costs bytes: together 7 KB on the wire. Engines do the same when they compile the module.
const WITHOUT: [&str; 7] = [
    "-Cllvm-args=-disable-lsr",
    "-Cllvm-args=-disable-machine-licm",
    "-Cllvm-args=-disable-licm-promotion",
    "-Cllvm-args=-licm-mssa-optimization-cap=0",
    "-Cllvm-args=-licm-mssa-max-acc-promotion=0",
    "-Cllvm-args=-enable-pre=false",
    "-Cllvm-args=-replexitval=never",
];

/// Instructions stay in the order of the source, where LLVM would put them so that fewer registers are in use at a time. The
/// page has no registers until an engine gives them out, and what was written alike looks alike then: 700 bytes on the wire.
const AS_WRITTEN: &str = "-Cllvm-args=-pre-RA-sched=source";

/// What is longer than one word is copied or filled by one instruction, where LLVM would make up to four loads and stores:
/// 8 KB on the wire, for which the tagger is a twentieth slower in the page.
const COPIES: [&str; 3] =
    ["-Cllvm-args=-max-store-memcpy=1", "-Cllvm-args=-max-store-memmove=1", "-Cllvm-args=-max-store-memset=1"];

/// Has the linker keep what it knows of addresses; none of it is left in the bundle.
const RELOCATIONS: &str = "-Clink-arg=--emit-relocs";

/// Builds the bundle into `dist/` and holds it against the budget.
pub fn bundle() -> Result<(), TaskError> {
    let folder = build()?;
    sizes::report(&folder, &root().join("budget.toml"))
}

/// Builds the bundle into `dist/` and gives that folder.
pub fn build() -> Result<PathBuf, TaskError> {
    need_wasm_target()?;
    let compiled = compile()?;
    let made = write_glue(&compiled)?;
    let wasm = made.join(format!("{NAME}_bg.wasm"));
    let script = rename(&wasm, &read(&made.join(format!("{NAME}.js")))?)?;

    let dist = root().join("dist");
    fs::create_dir_all(&dist).map_err(|error| format!("{}: {error}", dist.display()))?;
    let module =
        glue::join(&script, &read(&root().join("style/element.css"))?, &read(&root().join("src/web/element.js"))?)?;
    write(&dist.join("era-line.js"), module.as_bytes())?;
    write(&dist.join("era-line.wasm"), &fs::read(&wasm).map_err(|error| format!("{}: {error}", wasm.display()))?)?;
    let host_style = glue::compact_css(&read(&root().join("style/era-line.css"))?);
    write(&dist.join("era-line.css"), host_style.as_bytes())?;
    write(&dist.join("era-line.d.ts"), read(&root().join("src/web/era-line.d.ts"))?.as_bytes())?;
    Ok(dist)
}

/// Compiles the library as a wasm module and gives its path.
fn compile() -> Result<PathBuf, TaskError> {
    run(cargo()
        .env("CARGO_ENCODED_RUSTFLAGS", flags())
        .args(["rustc", "--package", "eraline", "--lib", "--crate-type", "cdylib"])
        .args(["--target", WASM_TARGET, "--no-default-features", "--profile", PROFILE]))?;
    Ok(target_folder().join(WASM_TARGET).join(PROFILE).join("eraline.wasm"))
}

/// What the compiler is told beside the profile: the flags that are asked for, what LLVM is to do otherwise, and to leave
/// out of the module where this machine keeps the sources of other crates. Only code for the page is compiled with them, so
/// nothing else is rebuilt.
fn flags() -> String {
    let asked = std::env::var("RUSTFLAGS").unwrap_or_default();
    let remapped = source_folders().into_iter().map(|folder| format!("--remap-path-prefix={}=", folder.display()));
    let for_size = WITHOUT.into_iter().chain(COPIES).chain([AS_WRITTEN, RELOCATIONS]).map(str::to_owned);
    asked.split_whitespace().map(str::to_owned).chain(for_size).chain(remapped).collect::<Vec<_>>().join(FLAG_SEPARATOR)
}

/// Where cargo has unpacked the crates of each registry; none where they came another way.
fn source_folders() -> Vec<PathBuf> {
    let home = std::env::var_os("CARGO_HOME").map(PathBuf::from);
    let home = home.or_else(|| std::env::home_dir().map(|home| home.join(".cargo")));
    let Some(entries) = home.and_then(|home| fs::read_dir(home.join("registry/src")).ok()) else { return Vec::new() };
    let mut folders: Vec<PathBuf> = entries.flatten().map(|entry| entry.path()).collect();
    folders.sort();
    folders
}

/// Has wasm-bindgen write module and glue, and gives the folder.
fn write_glue(wasm: &Path) -> Result<PathBuf, TaskError> {
    let folder = target_folder().join("era-line-glue");
    let bytes = fs::read(wasm).map_err(|error| format!("{}: {error}", wasm.display()))?;
    let links = Links::of(&bytes)?;
    let mut module = Module::from_buffer(&bytes).map_err(|error| format!("{}: {error:#}", wasm.display()))?;
    unread::cut(&mut module);
    links.forget_unreached(&mut module);
    let mut bindgen = Bindgen::new();
    bindgen
        .input_module(NAME, module)
        .typescript(false)
        .remove_name_section(true)
        .remove_producers_section(true)
        .web(true)
        .and_then(|web| web.generate(&folder))
        .map_err(|error| format!("wasm-bindgen on {}: {error:#}", wasm.display()))?;
    Ok(folder)
}

/// Gives what is in the module the names, numbers and order that compress best, and returns the glue with the same names.
fn rename(wasm: &Path, glue: &str) -> Result<String, TaskError> {
    let mut module = Module::from_file(wasm).map_err(|error| format!("{}: {error:#}", wasm.display()))?;
    let script = names::shorten(&mut module, glue)?;
    locals::renumber(&mut module);
    write(wasm, &functions::sort(&module.emit_wasm())?)?;
    Ok(script)
}

fn read(path: &Path) -> Result<String, TaskError> {
    fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()))
}

/// Writes a file only where it changes, so that a page that watches the folder does not reload for nothing.
fn write(path: &Path, bytes: &[u8]) -> Result<(), TaskError> {
    if fs::read(path).is_ok_and(|old| old == bytes) {
        return Ok(());
    }
    fs::write(path, bytes).map_err(|error| format!("{}: {error}", path.display()))
}
