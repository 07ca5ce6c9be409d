//! The source documents, one file each: worked cases of what each fixes.

mod boluo;
mod funan;
mod guizhou;
mod hunan;
mod jingxi_2014;
mod liaoning;
mod lingshou;
mod suining;
mod xiangyin;
