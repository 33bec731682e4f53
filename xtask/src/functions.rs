//! The order of the module's functions: those that look alike stand together, and of those that are alike there is one.
//!
//! Compression finds what was said before the better the nearer it is and the more of it comes in a row, and half of the
//! functions are short. By type and then by code they take 3.5 KB less on the wire than by size, as walrus writes them.
//! Functions are alike that the compiler made for types of one shape, or that differed by the message of a panic.

use std::collections::BTreeMap;
use std::convert::Infallible;

use wasm_encoder::reencode::{Error, Reencode, utils};
use wasm_encoder::{CodeSection, FunctionSection, MemArg, Module};
use wasmparser::{
    CodeSectionReader, CustomSectionReader, FunctionBody, FunctionSectionReader, Parser, Payload, TypeRef,
};

use crate::TaskError;

/// How every access to memory is said to be aligned, as a power of two: not at all, which is always true. Where all say the
/// same they compress better, and engines for the processors of today do not look at it.
const ALIGNED: u8 = 0;

/// The most bytes of a function that stands with those of its type; longer ones look like each other more than like these.
const LONG: usize = 3000;

/// The module with each of its functions once, in the order that compresses best, and without what only tools read.
pub fn sort(wasm: &[u8]) -> Result<Vec<u8>, TaskError> {
    let mut module = sorted(wasm)?;
    // Those that call the one or the other of two that are alike are alike themselves then.
    loop {
        let again = sorted(&module)?;
        if again.len() == module.len() {
            return Ok(again);
        }
        module = again;
    }
}

fn sorted(wasm: &[u8]) -> Result<Vec<u8>, TaskError> {
    let mut sorting = Sorting::of(wasm).map_err(|error| format!("the module cannot be read: {error}"))?;
    let mut module = Module::new();
    sorting
        .parse_core_module(&mut module, Parser::new(0), wasm)
        .map_err(|error| format!("the module cannot be written: {error}"))?;
    Ok(module.finish())
}

/// The functions of a module, and where each one goes.
struct Sorting<'w> {
    /// How many functions are imported; these come first and stay.
    imported: u32,
    types: Vec<u32>,
    bodies: Vec<FunctionBody<'w>>,
    /// The functions of the module in their new order, of those that are alike the first.
    order: Vec<usize>,
    /// The new place of each one, or of the one that it is like.
    places: Vec<u32>,
}

impl<'w> Sorting<'w> {
    fn of(wasm: &'w [u8]) -> Result<Self, wasmparser::BinaryReaderError> {
        let mut sorting =
            Self { imported: 0, types: Vec::new(), bodies: Vec::new(), order: Vec::new(), places: Vec::new() };
        for payload in Parser::new(0).parse_all(wasm) {
            match payload? {
                Payload::ImportSection(imports) => {
                    for import in imports.into_imports() {
                        sorting.imported += u32::from(matches!(import?.ty, TypeRef::Func(_)));
                    }
                }
                Payload::FunctionSection(types) => sorting.types = types.into_iter().collect::<Result<_, _>>()?,
                Payload::CodeSectionEntry(body) => sorting.bodies.push(body),
                _ => {}
            }
        }
        let mut alike: BTreeMap<_, Vec<usize>> = BTreeMap::new();
        for (function, (body, &kind)) in sorting.bodies.iter().zip(&sorting.types).enumerate() {
            let code = body.as_bytes();
            alike.entry((code.len() > LONG, kind, code)).or_default().push(function);
        }
        sorting.places = vec![0; sorting.bodies.len()];
        for (place, functions) in (0..).zip(alike.values()) {
            sorting.order.extend(functions.first());
            for &function in functions {
                sorting.places[function] = place;
            }
        }
        Ok(sorting)
    }
}

impl Reencode for Sorting<'_> {
    type Error = Infallible;

    fn function_index(&mut self, function: u32) -> Result<u32, Error<Infallible>> {
        let place = function.checked_sub(self.imported).and_then(|own| self.places.get(own as usize));
        Ok(place.map_or(function, |place| self.imported + place))
    }

    fn mem_arg(&mut self, access: wasmparser::MemArg) -> Result<MemArg, Error<Infallible>> {
        utils::mem_arg(self, wasmparser::MemArg { align: ALIGNED, ..access })
    }

    fn parse_function_section(
        &mut self,
        functions: &mut FunctionSection,
        _: FunctionSectionReader<'_>,
    ) -> Result<(), Error<Infallible>> {
        for &function in &self.order {
            functions.function(self.types[function]);
        }
        Ok(())
    }

    fn parse_code_section(
        &mut self,
        code: &mut CodeSection,
        _: CodeSectionReader<'_>,
    ) -> Result<(), Error<Infallible>> {
        let bodies: Vec<_> = self.order.iter().map(|&function| self.bodies[function].clone()).collect();
        for body in bodies {
            self.parse_function_body(code, body)?;
        }
        Ok(())
    }

    fn parse_custom_section(&mut self, _: &mut Module, _: CustomSectionReader<'_>) -> Result<(), Error<Infallible>> {
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use wasm_encoder::{ExportKind, ExportSection, Function, FunctionSection, TypeSection, ValType};

    /// A module of one constant function for each number; each is exported by its number.
    fn module_of(numbers: &[i32]) -> Vec<u8> {
        let (mut types, mut functions) = (TypeSection::new(), FunctionSection::new());
        let (mut exports, mut code) = (ExportSection::new(), CodeSection::new());
        types.ty().function([], [ValType::I32]);
        for (place, number) in (0..).zip(numbers) {
            functions.function(0);
            exports.export(&number.to_string(), ExportKind::Func, place);
            let mut body = Function::new([]);
            body.instructions().i32_const(*number).end();
            code.function(&body);
        }
        let mut module = Module::new();
        module.section(&types).section(&functions).section(&exports).section(&code);
        module.finish()
    }

    /// The exports of a module: their names, and which function each one is.
    fn exports_of(wasm: &[u8]) -> Vec<(String, u32)> {
        let sections = Parser::new(0).parse_all(wasm).filter_map(|payload| match payload {
            Ok(Payload::ExportSection(exports)) => Some(exports),
            _ => None,
        });
        sections.flatten().flatten().map(|export| (export.name.to_owned(), export.index)).collect()
    }

    #[test]
    fn functions_are_sorted_by_their_code_and_found_where_they_went() -> Result<(), TaskError> {
        let sorted = sort(&module_of(&[3, 1, 2]))?;
        let found = Sorting::of(&sorted).map_err(|error| error.to_string())?;
        assert_eq!(found.order, [0, 1, 2]);
        assert_eq!(exports_of(&sorted), [("3".to_owned(), 2), ("1".to_owned(), 0), ("2".to_owned(), 1)]);
        Ok(())
    }

    #[test]
    fn of_functions_that_are_alike_one_is_left() -> Result<(), TaskError> {
        let sorted = sort(&module_of(&[2, 1, 2]))?;
        let found = Sorting::of(&sorted).map_err(|error| error.to_string())?;
        assert_eq!(found.bodies.len(), 2);
        let places: Vec<u32> = exports_of(&sorted).into_iter().map(|(_, place)| place).collect();
        assert_eq!(places, [1, 0, 1]);
        Ok(())
    }
}
