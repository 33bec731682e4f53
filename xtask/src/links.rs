//! Which parts of a module hold on to which others, as the linker wrote it down, and what nothing holds on to.
//!
//! A number in the code or a word of the data may be the address of other data or a function's place in the table. Only
//! the linker's relocations tell such numbers from others. With them, what is not reached from the module's exports can be
//! left out, as the linker did before code was cut out of the module.

use std::collections::{BTreeMap, BTreeSet};

use walrus::ir::{Call, Instr, InstrLocId, RefFunc, Visitor, dfs_in_order};
use walrus::{ElementItems, ExportItem, FunctionId, FunctionKind, Module};
use wasmparser::{KnownCustom, Linking, Parser, Payload, RelocSectionReader, RelocationType, SymbolInfo};

use crate::TaskError;

/// The sections that the linker writes its relocations into.
const SECTIONS: [&str; 3] = ["linking", "reloc.CODE", "reloc.DATA"];

/// How far behind the start of an instruction its number stands: behind the opcode, or behind opcode and alignment.
const BEFORE_NUMBER: [u32; 2] = [1, 2];

/// What an address stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Target {
    Function(u32),
    Data(Piece),
}

/// A piece of the data: its segment, and where it starts and ends there.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Piece {
    segment: u32,
    start: u32,
    end: u32,
}

/// The addresses in a module.
#[derive(Debug, Default)]
pub struct Links {
    /// Those in the code, by where they stand in the module.
    code: BTreeMap<u32, Target>,
    /// Those in the data, by their segment and where they stand there.
    data: BTreeMap<(u32, u32), Target>,
}

impl Links {
    /// Reads what the linker wrote down where it was asked to keep its relocations.
    pub fn of(wasm: &[u8]) -> Result<Self, TaskError> {
        Self::read(wasm).map_err(|error| format!("the linker's tables cannot be read: {error}"))
    }

    fn read(wasm: &[u8]) -> Result<Self, wasmparser::BinaryReaderError> {
        let mut links = Self::default();
        let mut symbols = Vec::new();
        let mut segments = Vec::new();
        let [mut code_start, mut data_start] = [0; 2];
        let mut tables = Vec::new();
        for payload in Parser::new(0).parse_all(wasm) {
            match payload? {
                Payload::CodeSectionStart { range, .. } => code_start = range.start,
                Payload::DataSection(data) => {
                    data_start = data.range().start;
                    for segment in data {
                        let segment = segment?;
                        segments.push(segment.range.end - segment.data.len()..segment.range.end);
                    }
                }
                Payload::CustomSection(section) => match section.as_known() {
                    KnownCustom::Linking(linking) => {
                        for part in linking.subsections() {
                            if let Linking::SymbolTable(table) = part? {
                                symbols =
                                    table.into_iter().map(|symbol| Ok(target(&symbol?))).collect::<Result<_, _>>()?;
                            }
                        }
                    }
                    KnownCustom::Reloc(table) => tables.push((section.name() == "reloc.CODE", table)),
                    _ => {}
                },
                _ => {}
            }
        }
        for (is_code, table) in tables {
            for (offset, target) in addresses(&table, &symbols)? {
                if is_code {
                    links.code.insert(code_start as u32 + offset, target);
                    continue;
                }
                let place = data_start + offset as usize;
                if let Some((segment, range)) = (0..).zip(&segments).find(|(_, range)| range.contains(&place)) {
                    links.data.insert((segment, (place - range.start) as u32), target);
                }
            }
        }
        Ok(links)
    }

    /// Fills with zeros the data that nothing holds on to, and takes from the table the functions that nothing asks for.
    ///
    /// Functions and data are those of the module that the links were read from. The linker's own sections go too: they
    /// are not true of the module any more.
    pub fn forget_unreached(&self, module: &mut Module) {
        for name in SECTIONS {
            module.customs.remove_raw(name);
        }
        if self.code.is_empty() {
            return;
        }
        let reached = Reached::of(self, module);
        let segments: Vec<_> = module.data.iter().map(walrus::Data::id).collect();
        for (segment, id) in (0..).zip(segments) {
            let bytes = &mut module.data.get_mut(id).value;
            let end = bytes.len();
            let mut free = 0;
            for piece in reached.data.iter().filter(|piece| piece.segment == segment) {
                clear(bytes, free, piece.start as usize);
                free = free.max(piece.end as usize);
            }
            clear(bytes, free, end);
        }
        for element in module.elements.iter_mut() {
            let ElementItems::Functions(functions) = &mut element.items else { continue };
            // The places of the others stay, so that one that is asked for stands where nobody looks.
            let Some(&filler) = functions.iter().find(|function| reached.table.contains(function)) else { continue };
            for function in functions.iter_mut().filter(|function| !reached.table.contains(function)) {
                *function = filler;
            }
        }
    }
}

/// Fills a range with zeros; nothing where it ends before it starts.
fn clear(bytes: &mut [u8], start: usize, end: usize) {
    if let Some(part) = bytes.get_mut(start..end) {
        part.fill(0);
    }
}

/// What a symbol stands for, where that is a function or data.
const fn target(symbol: &SymbolInfo<'_>) -> Option<Target> {
    match symbol {
        SymbolInfo::Func { index, .. } => Some(Target::Function(*index)),
        SymbolInfo::Data { symbol: Some(data), .. } => Some(Target::Data(Piece {
            segment: data.index,
            start: data.offset,
            end: data.offset.saturating_add(data.size),
        })),
        _ => None,
    }
}

/// The addresses of a table of relocations: where they stand in their section, and for what.
fn addresses(
    table: &RelocSectionReader<'_>,
    symbols: &[Option<Target>],
) -> Result<Vec<(u32, Target)>, wasmparser::BinaryReaderError> {
    let mut found = Vec::new();
    for entry in table.entries() {
        let entry = entry?;
        let is_address = matches!(
            entry.ty,
            RelocationType::TableIndexSleb
                | RelocationType::TableIndexI32
                | RelocationType::MemoryAddrLeb
                | RelocationType::MemoryAddrSleb
                | RelocationType::MemoryAddrI32
        );
        if let Some(Some(target)) = symbols.get(entry.index as usize).filter(|_| is_address) {
            found.push((entry.offset, *target));
        }
    }
    Ok(found)
}

/// What is reached from the exports of a module.
#[derive(Default)]
struct Reached {
    functions: BTreeSet<FunctionId>,
    /// Functions whose place in the table somebody has.
    table: BTreeSet<FunctionId>,
    data: BTreeSet<Piece>,
}

impl Reached {
    fn of(links: &Links, module: &Module) -> Self {
        let by_index: Vec<FunctionId> = module.funcs.iter().map(walrus::Function::id).collect();
        let exported = module.exports.iter().filter_map(|export| match export.item {
            ExportItem::Function(id) => Some(id),
            _ => None,
        });
        let mut reached = Self::default();
        let mut open: Vec<FunctionId> = exported.chain(module.start).collect();
        while let Some(id) = open.pop() {
            if !reached.functions.insert(id) {
                continue;
            }
            let FunctionKind::Local(function) = &module.funcs.get(id).kind else { continue };
            let mut held = Held { links, functions: Vec::new(), targets: Vec::new() };
            dfs_in_order(&mut held, function, function.entry_block());
            open.append(&mut held.functions);
            let mut targets = held.targets;
            while let Some(target) = targets.pop() {
                match target {
                    Target::Function(index) => {
                        let Some(&function) = by_index.get(index as usize) else { continue };
                        reached.table.insert(function);
                        open.push(function);
                    }
                    Target::Data(piece) => {
                        if reached.data.insert(piece) {
                            let range = (piece.segment, piece.start)..(piece.segment, piece.end.max(piece.start));
                            targets.extend(links.data.range(range).map(|(_, target)| *target));
                        }
                    }
                }
            }
        }
        reached
    }
}

/// What the instructions of a function hold on to.
struct Held<'l> {
    links: &'l Links,
    functions: Vec<FunctionId>,
    targets: Vec<Target>,
}

impl Visitor<'_> for Held<'_> {
    fn visit_instr(&mut self, instruction: &Instr, place: &InstrLocId) {
        match instruction {
            Instr::Call(Call { func }) | Instr::RefFunc(RefFunc { func }) => self.functions.push(*func),
            Instr::Const(_) | Instr::Load(_) | Instr::Store(_) if !place.is_default() => {
                let numbers = BEFORE_NUMBER.map(|before| self.links.code.get(&(place.data() + before)));
                self.targets.extend(numbers.into_iter().flatten());
            }
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use std::borrow::Cow;

    use super::*;
    use wasm_encoder::{
        CodeSection, ConstExpr, CustomSection, DataSection, DataSymbolDefinition, ElementSection, Elements, ExportKind,
        ExportSection, Function, FunctionSection, LinkingSection, MemorySection, MemoryType, RefType, SymbolTable,
        TableSection, TableType, TypeSection, ValType,
    };

    const START: i32 = 1024;

    /// A module of three functions, each with a number for where its piece of four bytes is. The first is exported, and its
    /// piece holds on to the second by its place in the table; the third is in the table too.
    fn module() -> Vec<u8> {
        let (mut types, mut functions, mut code) = (TypeSection::new(), FunctionSection::new(), CodeSection::new());
        let (mut tables, mut memories) = (TableSection::new(), MemorySection::new());
        let (mut exports, mut elements, mut data) = (ExportSection::new(), ElementSection::new(), DataSection::new());
        let mut symbols = SymbolTable::new();
        types.ty().function([], [ValType::I32]);
        tables.table(TableType {
            element_type: RefType::FUNCREF,
            table64: false,
            minimum: 3,
            maximum: None,
            shared: false,
        });
        memories.memory(MemoryType { minimum: 1, maximum: None, memory64: false, shared: false, page_size_log2: None });
        exports.export("first", ExportKind::Func, 0);
        elements.active(None, &ConstExpr::i32_const(1), Elements::Functions(Cow::Borrowed(&[1, 2])));
        for place in 0..3 {
            functions.function(0);
            let mut body = Function::new([]);
            body.instructions().i32_const(START + 4 * place).end();
            code.function(&body);
            let definition = DataSymbolDefinition { index: 0, offset: 4 * place.cast_unsigned(), size: 4 };
            symbols.data(0, &place.to_string(), Some(definition));
        }
        symbols.function(0, 1, Some("second"));
        data.active(0, &ConstExpr::i32_const(START), *b"\x01...two.tri.");
        let mut linking = LinkingSection::new();
        linking.symbol_table(&symbols);
        // A body has its size, its variables, the opcode, two bytes of number and the end.
        let in_code = [4, 10, 16].into_iter().zip(0..).flat_map(|(place, symbol)| [4, place, symbol, 0]);
        let in_code: Vec<u8> = [5, 3].into_iter().chain(in_code).collect();
        // A segment has its kind, its start in four bytes with opcode and end, and its size.
        let in_data = [6, 1, 2, 7, 3];
        let mut module = wasm_encoder::Module::new();
        module.section(&types).section(&functions).section(&tables).section(&memories).section(&exports);
        module.section(&elements).section(&code).section(&data).section(&linking);
        module.section(&CustomSection { name: Cow::Borrowed("reloc.CODE"), data: Cow::Borrowed(&in_code) });
        module.section(&CustomSection { name: Cow::Borrowed("reloc.DATA"), data: Cow::Borrowed(&in_data) });
        module.finish()
    }

    #[test]
    fn what_an_export_reaches_stays_and_the_rest_is_forgotten() -> Result<(), Box<dyn std::error::Error>> {
        let wasm = module();
        let mut module = Module::from_buffer(&wasm)?;
        Links::of(&wasm)?.forget_unreached(&mut module);
        let data: Vec<_> = module.data.iter().map(|data| data.value.clone()).collect();
        assert_eq!(data, [*b"\x01...two.\0\0\0\0"]);
        let second = module.funcs.iter().nth(1).map(walrus::Function::id);
        let in_table = module.elements.iter().map(|element| match &element.items {
            ElementItems::Functions(functions) => functions.iter().copied().map(Some).collect(),
            ElementItems::Expressions(..) => Vec::new(),
        });
        assert_eq!(in_table.collect::<Vec<_>>(), [[second, second]]);
        Ok(())
    }

    #[test]
    fn a_module_without_relocations_stays_as_it_is() -> Result<(), Box<dyn std::error::Error>> {
        let mut module = Module::from_buffer(&module())?;
        Links::default().forget_unreached(&mut module);
        assert_eq!(module.data.iter().map(|data| data.value.len()).collect::<Vec<_>>(), [12]);
        Ok(())
    }
}
