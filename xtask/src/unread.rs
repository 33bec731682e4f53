//! Messages that nobody reads in the page are cut out of the module: 8 KB on the wire that no setting of the compiler saves.
//!
//! A panic has no console to write to there, and ends in `unreachable`, which is all that is left of it; the places in the
//! sources that it names go too. serde-wasm-bindgen says in words what it could not read, `src/web/json.rs` takes null
//! then, and the words alone bring in the printing of floats. The page writes floats by `src/float.rs`: where it came to
//! print one in another way, it would stop there.

use std::collections::BTreeSet;

use walrus::ir::{
    Call, Const, Instr, InstrLocId, InstrSeq, InstrSeqId, Load, Store, Unreachable, Value, Visitor, dfs_in_order,
};
use walrus::{ConstExpr, DataKind, FunctionId, FunctionKind, LocalFunction, Module};

/// Parts of the names of functions that never return, as the compiler mangles them: its paths with the length of each name.
const NEVER_RETURN: [&str; 10] = [
    "4core9panicking",
    "16slice_error_fail",
    "16slice_index_fail",
    "6option13expect_failed",
    "6option13unwrap_failed",
    "6result13unwrap_failed",
    "13assert_failed",
    "17len_mismatch_fail",
    "7raw_vec12handle_error",
    "17capacity_overflow",
];

/// What the names of functions begin with that print what is not read, where a zero says that all went well.
const PRINT_NOTHING: [&str; 2] =
    ["_ZN65_$LT$serde_core..de..Unexpected$u20$as", "_ZN71_$LT$serde_core..de..WithDecimalPoint$u20$as"];

/// Parts of the name of the function that those alone call: the printing of a float.
const NEVER_CALLED: [&str; 2] = ["4core3fmt5floatd", "7Display3fmt"];

/// Cuts the messages out of all functions of the module, and what they name out of its data.
pub fn cut(module: &mut Module) {
    let before = Addresses::of(module);
    let mut ends = BTreeSet::new();
    let names: Vec<_> =
        module.funcs.iter().filter_map(|function| Some((function.id(), function.name.clone()?))).collect();
    for (id, name) in names {
        let never_returns = NEVER_RETURN.iter().any(|part| name.contains(part));
        let is_silent = PRINT_NOTHING.iter().any(|start| name.starts_with(start));
        let is_never_called = NEVER_CALLED.iter().all(|part| name.contains(part));
        if is_silent {
            put(module, id, Const { value: Value::I32(0) });
        } else if never_returns || is_never_called {
            put(module, id, Unreachable {});
            ends.insert(id);
        }
    }
    end_at_calls(module, ends);
    let after = Addresses::of(module);
    forget_places(module, &before, &after);
}

/// Makes one instruction all that a function does.
fn put(module: &mut Module, id: FunctionId, instruction: impl Into<Instr>) {
    if let FunctionKind::Local(function) = &mut module.funcs.get_mut(id).kind {
        let entry = function.entry_block();
        function.block_mut(entry).instrs = vec![(instruction.into(), InstrLocId::default())];
    }
}

/// Has functions end where they call one that never returns, and where that is at once, those that call them.
fn end_at_calls(module: &mut Module, mut ends: BTreeSet<FunctionId>) {
    let mut known = 0;
    while known < ends.len() {
        known = ends.len();
        for (id, function) in module.funcs.iter_local_mut() {
            end_early(function, &ends);
            if let Some((Instr::Unreachable(_), _)) = function.block(function.entry_block()).instrs.first() {
                ends.insert(id);
            }
        }
    }
}

/// Has each sequence of instructions end where a function is called that never returns.
fn end_early(function: &mut LocalFunction, ends: &BTreeSet<FunctionId>) {
    for id in sequences(function) {
        let instructions = &mut function.block_mut(id).instrs;
        let is_end = |(instruction, _): &(Instr, InstrLocId)| match instruction {
            Instr::Call(Call { func }) => ends.contains(func),
            Instr::Unreachable(_) => true,
            _ => false,
        };
        let Some(end) = instructions.iter().position(is_end) else { continue };
        let what_matters =
            instructions[..end].iter().rposition(|(instruction, _)| !is_only_for_what_follows(instruction));
        instructions.truncate(what_matters.map_or(0, |place| place + 1));
        instructions.push((Unreachable {}.into(), InstrLocId::default()));
    }
}

/// The sequences of a function that can be reached.
fn sequences(function: &LocalFunction) -> Vec<InstrSeqId> {
    struct Sequences(Vec<InstrSeqId>);
    impl<'f> Visitor<'f> for Sequences {
        fn start_instr_seq(&mut self, sequence: &'f InstrSeq) {
            self.0.push(sequence.id());
        }
    }
    let mut found = Sequences(Vec::new());
    dfs_in_order(&mut found, function, function.entry_block());
    found.0
}

/// Whether an instruction does nothing but make a value, which nobody asks for once the function has come to its end.
const fn is_only_for_what_follows(instruction: &Instr) -> bool {
    matches!(
        instruction,
        Instr::Const(_)
            | Instr::LocalGet(_)
            | Instr::LocalSet(_)
            | Instr::LocalTee(_)
            | Instr::GlobalGet(_)
            | Instr::Binop(_)
            | Instr::Unop(_)
            | Instr::Select(_)
            | Instr::Load(_)
    )
}

/// The numbers in the code that may be addresses.
struct Addresses(BTreeSet<u32>);

impl Addresses {
    fn of(module: &Module) -> Self {
        let mut found = Self(BTreeSet::new());
        for (_, function) in module.funcs.iter_local() {
            dfs_in_order(&mut found, function, function.entry_block());
        }
        found
    }

    /// Whether there is one in a range.
    fn is_in(&self, start: u32, length: u32) -> bool {
        self.0.range(start..=start.saturating_add(length)).next().is_some()
    }
}

impl Visitor<'_> for Addresses {
    fn visit_const(&mut self, constant: &Const) {
        if let Value::I32(number) = constant.value {
            self.0.insert(number.cast_unsigned());
        }
    }

    fn visit_load(&mut self, load: &Load) {
        self.0.extend(u32::try_from(load.arg.offset));
    }

    fn visit_store(&mut self, store: &Store) {
        self.0.extend(u32::try_from(store.arg.offset));
    }
}

/// Where the standard library's `Location` has its parts: the file's name and its length, line and column.
const PLACE_BYTES: u32 = 16;

/// The most lines and columns of a file, and the longest name: what has more is no place.
const MOST: [u32; 3] = [200, 20_000, 500];

/// Fills with zeros the places in the sources that only panics named, and then the names of files that no place names.
fn forget_places(module: &mut Module, before: &Addresses, after: &Addresses) {
    let mut names = BTreeSet::new();
    for &address in before.0.difference(&after.0) {
        if words(module).is_in(address, 0) {
            continue;
        }
        if let Some(name) = place_at(module, address) {
            fill(module, address, PLACE_BYTES);
            names.insert(name);
        }
    }
    let words = words(module);
    for (start, length) in names {
        if !words.is_in(start, length) && !after.is_in(start, length) {
            fill(module, start, length);
        }
    }
}

/// The words of the data that may be addresses.
fn words(module: &Module) -> Addresses {
    let data = module.data.iter().flat_map(|data| data.value.as_chunks::<4>().0);
    Addresses(data.map(|bytes| u32::from_le_bytes(*bytes)).collect())
}

/// Where the place at an address has the name of its file, and how long that is; `None` where there is no place.
fn place_at(module: &Module, address: u32) -> Option<(u32, u32)> {
    let (parts, _) = bytes_at(module, address, PLACE_BYTES)?.as_chunks::<4>();
    let [name, length, line, column] = parts else { return None };
    let [name, length, line, column] = [name, length, line, column].map(|bytes| u32::from_le_bytes(*bytes));
    let is_near = [length, line, column].into_iter().zip(MOST).all(|(number, most)| (1..=most).contains(&number));
    let text = std::str::from_utf8(bytes_at(module, name, length)?).ok()?;
    (is_near && text.ends_with(".rs")).then_some((name, length))
}

fn bytes_at(module: &Module, address: u32, length: u32) -> Option<&[u8]> {
    module.data.iter().find_map(|data| {
        let start = address.checked_sub(start_of(&data.kind)?)? as usize;
        data.value.get(start..start.checked_add(length as usize)?)
    })
}

fn fill(module: &mut Module, address: u32, length: u32) {
    let segments: Vec<_> = module.data.iter().map(walrus::Data::id).collect();
    for id in segments {
        let data = module.data.get_mut(id);
        let Some(start) = start_of(&data.kind).and_then(|first| address.checked_sub(first)) else { continue };
        if let Some(bytes) = data.value.get_mut(start as usize..).and_then(|rest| rest.get_mut(..length as usize)) {
            bytes.fill(0);
        }
    }
}

/// Where a segment of data goes in memory.
const fn start_of(kind: &DataKind) -> Option<u32> {
    match kind {
        DataKind::Active { offset: ConstExpr::Value(Value::I32(offset)), .. } => Some(offset.cast_unsigned()),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use walrus::{FunctionBuilder, MemoryId, ValType};

    const START: i32 = 1024;
    const NAME: &[u8] = b"src/far_from_here.rs";

    /// A module with a function that panics at the place that its data begin with, where an argument is not zero.
    fn module() -> (Module, FunctionId) {
        let mut module = Module::default();
        let panic = FunctionBuilder::new(&mut module.types, &[ValType::I32], &[]);
        let place = module.locals.add(ValType::I32);
        let panic = panic.finish(vec![place], &mut module.funcs);
        module.funcs.get_mut(panic).name = Some("_RNvNtCs1_4core9panicking9panic_fmt".to_owned());
        let argument = module.locals.add(ValType::I32);
        let mut careful = FunctionBuilder::new(&mut module.types, &[ValType::I32], &[]);
        careful.func_body().block(None, |block| {
            let out = block.id();
            block.local_get(argument).i32_const(0).binop(walrus::ir::BinaryOp::I32Eq).br_if(out);
            block.i32_const(START).call(panic).unreachable();
        });
        let careful = careful.finish(vec![argument], &mut module.funcs);
        let memory = module.memories.add_local(false, false, 1, None, None);
        module.data.add(active(memory), data());
        (module, careful)
    }

    fn active(memory: MemoryId) -> DataKind {
        DataKind::Active { memory, offset: ConstExpr::Value(Value::I32(START)) }
    }

    /// A place, the name of its file, and a word that is neither.
    fn data() -> Vec<u8> {
        let place = [START.cast_unsigned() + PLACE_BYTES, NAME.len() as u32, 12, 7];
        place.into_iter().flat_map(u32::to_le_bytes).chain(NAME.iter().copied()).chain(*b"kept").collect()
    }

    #[test]
    fn a_panic_is_an_end_and_its_place_is_forgotten() {
        let (mut module, careful) = module();
        cut(&mut module);
        let function = module.funcs.get(careful).kind.unwrap_local();
        let inner = sequences(function)[1];
        let [.., (Instr::BrIf(_), _), (Instr::Unreachable(_), _)] = &function.block(inner).instrs[..] else {
            panic!("expected an end after the question, found {:?}", function.block(inner).instrs);
        };
        let data = module.data.iter().map(|data| data.value.clone()).collect::<Vec<_>>();
        assert_eq!(data, [[vec![0; PLACE_BYTES as usize + NAME.len()], b"kept".to_vec()].concat()]);
    }

    #[test]
    fn a_place_that_other_code_names_stays() {
        let (mut module, _) = module();
        let mut reader = FunctionBuilder::new(&mut module.types, &[], &[ValType::I32]);
        reader.func_body().i32_const(START);
        reader.finish(Vec::new(), &mut module.funcs);
        cut(&mut module);
        assert_eq!(module.data.iter().map(|data| data.value.clone()).collect::<Vec<_>>(), [data()]);
    }
}
