//! Stories across modules, through the public faces. One binary, so that it is linked once.

mod roster_import;
mod world;
