//! Workbooks: real dates, merged cells, numbers where text should be, and files that would unfold to
//! more than the machine holds.

use std::io::Write;

use huifang::exchange::Reading;
use huifang::exchange::refusal::FileRefused;
use huifang::exchange::roster::RosterFaultKind as Kind;
use huifang::ledger::ImportError;
use rust_xlsxwriter::{ExcelDateTime, Format, Workbook};

use crate::world::World;

const HEAD: [&str; 7] = ["户编号", "户主姓名", "证件号码", "行政村", "监测对象类别", "识别监测时间", "上次走访日期"];

/// A workbook with titles above the headings, as villages make them.
fn workbook(world: &World, fill: impl FnOnce(&mut rust_xlsxwriter::Worksheet)) -> std::path::PathBuf {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    sheet.merge_range(0, 0, 0, 6, "石桥村花名册", &Format::new()).unwrap();
    for (column, title) in HEAD.iter().enumerate() {
        sheet.write_string(3, u16::try_from(column).unwrap(), *title).unwrap();
    }
    fill(sheet);
    let path = world.folder.path().join("book.xlsx");
    book.save(&path).unwrap();
    path
}

fn refusal(world: &World, path: &std::path::Path) -> FileRefused {
    match world.ledger.plan_import(path, Reading::Here, &mut |_, _| true) {
        Err(ImportError::Refused(why)) => why,
        other => panic!("not refused: {other:?}"),
    }
}

/// Writes each part of a workbook anew.
fn rewritten(path: &std::path::Path, change: impl Fn(&str, String) -> String) {
    let mut book = zip::ZipArchive::new(std::fs::File::open(path).unwrap()).unwrap();
    let mut written = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for at in 0..book.len() {
        let mut part = book.by_index(at).unwrap();
        let (name, mut text) = (part.name().unwrap().into_owned(), String::new());
        std::io::Read::read_to_string(&mut part, &mut text).unwrap();
        written.start_file(&name, zip::write::SimpleFileOptions::default()).unwrap();
        written.write_all(change(&name, text).as_bytes()).unwrap();
    }
    std::fs::write(path, written.finish().unwrap().into_inner()).unwrap();
}

/// As programs write it that compute nothing: the formula, and no value.
fn without_results(path: &std::path::Path) {
    rewritten(path, |name, text| {
        assert!(name != "xl/worksheets/sheet1.xml" || text.contains("</f><v>0</v>"), "{text}");
        text.replace("</f><v>0</v>", "</f>")
    });
}

#[test]
fn a_strict_workbook_is_read_as_any_other() {
    let mut world = World::new();
    let path = workbook(&world, |sheet| {
        sheet.write_string(4, 0, "A1").unwrap();
        sheet.write_string(4, 1, "王小明").unwrap();
        sheet.write_string(4, 3, "石桥村").unwrap();
        sheet.write_string(4, 4, "边缘户").unwrap();
        let date = Format::new().set_num_format("yyyy-mm-dd");
        sheet.write_datetime_with_format(4, 5, ExcelDateTime::from_ymd(2026, 9, 28).unwrap(), &date).unwrap();
    });
    let strict = "http://purl.oclc.org/ooxml";
    rewritten(&path, |_, text| {
        text.replace(
            "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
            &format!("{strict}/spreadsheetml/main"),
        )
        .replace("http://schemas.openxmlformats.org/officeDocument/2006/", &format!("{strict}/officeDocument/"))
        .replace("<workbook ", "<workbook conformance=\"strict\" ")
    });
    let outcome = world.import(&path).unwrap();
    assert_eq!((outcome.new, outcome.problems.len()), (1, 0));
    assert_eq!(world.ledger.due_list().unwrap().rows[0].since.to_string(), "2026-09-28");
}

/// An `OpenDocument` of a table's rows.
fn ods(world: &World, rows: &str) -> std::path::PathBuf {
    let path = world.folder.path().join("book.ods");
    let mut zip = zip::ZipWriter::new(std::fs::File::create(&path).unwrap());
    let content = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?><office:document-content \
         xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" \
         xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\" \
         xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\" \
         xmlns:calcext=\"urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0\">\
         <office:body><office:spreadsheet><table:table table:name=\"石桥村\">{rows}</table:table>\
         </office:spreadsheet></office:body></office:document-content>"
    );
    let parts = [
        ("mimetype", "application/vnd.oasis.opendocument.spreadsheet"),
        ("content.xml", content.as_str()),
        (
            "META-INF/manifest.xml",
            "<manifest:manifest xmlns:manifest=\"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0\"/>",
        ),
    ];
    let options = zip::write::SimpleFileOptions::default().compression_method(zip::CompressionMethod::Stored);
    for (name, text) in parts {
        zip.start_file(name, options).unwrap();
        zip.write_all(text.as_bytes()).unwrap();
    }
    zip.finish().unwrap();
    path
}

#[test]
fn formulas_of_an_opendocument_without_a_result_and_errors_are_named() {
    let mut world = World::new();
    let text = |text: &str| {
        format!("<table:table-cell office:value-type=\"string\"><text:p>{text}</text:p></table:table-cell>")
    };
    let row = |cells: &[String]| format!("<table:table-row>{}</table:table-row>", cells.concat());
    let heads = ["户编号", "户主姓名", "监测对象类别", "纳入时间", "联系电话"].map(text);
    let common = ["A1", "王小明", "边缘户"].map(text);
    let unreckoned = "<table:table-cell table:formula=\"of:=TODAY()-10\"/>".to_owned();
    let error = "<table:table-cell table:formula=\"of:=NA()\" office:value-type=\"string\" office:string-value=\"\" \
                 calcext:value-type=\"error\"><text:p>#N/A</text:p></table:table-cell>";
    let rows = row(&heads) + &row(&[common.concat(), unreckoned, error.to_owned()]);
    let outcome = world.import(&ods(&world, &rows)).unwrap();
    let told: Vec<_> = outcome.problems.iter().map(|it| (it.kind, it.row, it.value.as_str())).collect();
    assert_eq!(told, [(Kind::ErrorCell, 2, "#N/A"), (Kind::ErrorCell, 2, "=TODAY()-10")]);
}

#[test]
fn a_formula_without_a_result_is_named_and_never_blank() {
    let mut world = World::new();
    let path = workbook(&world, |sheet| {
        for (row, code) in [(4, "A1"), (5, "A2")] {
            sheet.write_string(row, 0, code).unwrap();
            sheet.write_string(row, 1, "王小明").unwrap();
            sheet.write_string(row, 3, "石桥村").unwrap();
            sheet.write_string(row, 4, "边缘户").unwrap();
        }
        sheet.write_formula(4, 5, "TODAY()-10").unwrap();
        sheet.write_string(5, 5, "2026-09-28").unwrap();
    });
    without_results(&path);
    let outcome = world.import(&path).unwrap();
    let told: Vec<_> = outcome.problems.iter().map(|it| (it.kind, it.row, it.value.as_str())).collect();
    assert_eq!(told, [(Kind::ErrorCell, 5, "=TODAY()-10")]);
}

#[test]
fn real_dates_serial_numbers_and_merged_villages_are_read() {
    let mut world = World::new();
    let path = workbook(&world, |sheet| {
        let date = Format::new().set_num_format("yyyy\"年\"m\"月\"d\"日\"");
        for (row, code) in [(4, "A1"), (5, "A2")] {
            sheet.write_string(row, 0, code).unwrap();
            sheet.write_string(row, 1, "王 小明").unwrap();
            sheet.write_string(row, 4, "边缘户").unwrap();
        }
        sheet.merge_range(4, 3, 5, 3, "石桥村", &Format::new()).unwrap();
        sheet.write_datetime_with_format(4, 5, ExcelDateTime::from_ymd(2026, 9, 28).unwrap(), &date).unwrap();
        sheet.write_number(5, 5, 20_260_928).unwrap();
        sheet.write_number(4, 6, 46_300).unwrap();
    });
    let outcome = world.import(&path).unwrap();
    assert!(outcome.problems.is_empty(), "{:?}", outcome.problems);
    let rows = world.ledger.due_list().unwrap().rows;
    assert!(
        rows.iter().all(|row| row.village == "石桥村" && row.since.to_string() == "2026-09-28" && row.name == "王小明")
    );
    assert_eq!(
        rows.iter().find_map(|row| row.last_counted).map(|(on, _)| on.to_string()).as_deref(),
        Some("2026-10-05")
    );
}

#[test]
fn an_id_stored_as_a_number_is_an_error_of_its_row() {
    let world = World::new();
    let path = workbook(&world, |sheet| {
        sheet.write_string(4, 0, "A1").unwrap();
        sheet.write_string(4, 1, "王小明").unwrap();
        sheet.write_number(4, 2, 994_149_196_408_199_200_f64).unwrap();
        sheet.write_string(4, 3, "石桥村").unwrap();
        sheet.write_string(4, 4, "边缘户").unwrap();
    });
    let plan = world.ledger.plan_import(&path, Reading::Here, &mut |_, _| true).unwrap();
    let found: Vec<_> = plan.outcome.problems.iter().map(|it| (it.row, it.column.as_str(), it.kind)).collect();
    assert_eq!(found, [(5, "证件号码", Kind::IdAsNumber)]);
}

#[test]
fn a_household_code_stored_as_a_long_number_refuses_the_file() {
    let world = World::new();
    let path = workbook(&world, |sheet| {
        sheet.write_number(4, 0, 995_112_073_886_240_000_f64).unwrap();
        sheet.write_string(4, 1, "王小明").unwrap();
    });
    assert_eq!(refusal(&world, &path), FileRefused::CodeAsNumber { row: 5, column: "户编号".into() });
}

#[test]
fn a_hidden_sheet_is_passed_over() {
    let mut world = World::new();
    let mut book = Workbook::new();
    for hidden in [true, false] {
        let sheet = book.add_worksheet();
        sheet.set_hidden(hidden);
        for (column, (title, value)) in
            [("户编号", "A1"), ("户主", if hidden { "旧" } else { "新" }), ("村", "石桥村"), ("户类型", "脱贫户")]
                .iter()
                .enumerate()
        {
            sheet.write_string(0, u16::try_from(column).unwrap(), *title).unwrap();
            sheet.write_string(1, u16::try_from(column).unwrap(), *value).unwrap();
        }
        if !hidden {
            sheet.set_active(true);
        }
    }
    let path = world.folder.path().join("hidden.xlsx");
    book.save(&path).unwrap();
    world.import(&path).unwrap();
    assert_eq!(world.ledger.due_list().unwrap().rows[0].name, "新");
}

/// A zip with the parts of a workbook, one of which is given.
fn zipped(world: &World, name: &str, part: &str, content: &mut dyn std::io::Read) -> std::path::PathBuf {
    let path = world.folder.path().join(name);
    let mut zip = zip::ZipWriter::new(std::fs::File::create(&path).unwrap());
    let options = zip::write::SimpleFileOptions::default();
    for (name, text) in [
        ("[Content_Types].xml", "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>"),
        (
            "_rels/.rels",
            "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId1\" \
             Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" \
             Target=\"xl/workbook.xml\"/></Relationships>",
        ),
        (
            "xl/workbook.xml",
            "<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" \
             xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\">\
             <sheets><sheet name=\"s\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>",
        ),
        (
            "xl/_rels/workbook.xml.rels",
            "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId1\" \
             Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet\" \
             Target=\"worksheets/sheet1.xml\"/></Relationships>",
        ),
    ] {
        zip.start_file(name, options).unwrap();
        zip.write_all(text.as_bytes()).unwrap();
    }
    zip.start_file(part, options).unwrap();
    std::io::copy(content, &mut zip).unwrap();
    zip.finish().unwrap();
    path
}

fn sheet_xml(cells: &str) -> String {
    format!(
        "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>{cells}</sheetData></worksheet>"
    )
}

#[test]
fn spreadsheet_bombs_are_refused_and_cost_little_memory() {
    use std::io::Read;
    let world = World::new();
    let corners = sheet_xml(
        "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>a</t></is></c></row>\
         <row r=\"1048576\"><c r=\"XFD1048576\"><v>1</v></c></row>",
    );
    let corners = zipped(&world, "corners.xlsx", "xl/worksheets/sheet1.xml", &mut corners.as_bytes());
    assert_eq!(refusal(&world, &corners), FileRefused::TooLarge);

    let zeros = zipped(&world, "zeros.xlsx", "xl/media/zeros.bin", &mut std::io::repeat(0).take(300 << 20));
    assert_eq!(refusal(&world, &zeros), FileRefused::TooLarge);

    // Many short strings, which take more memory than room in the file.
    let mut strings = String::from("<sst xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">");
    for number in 0..2_400_000_u32 {
        strings.push_str(&format!("<si><t>{:x}</t></si>", number.wrapping_mul(2_654_435_761)));
    }
    let strings = zipped(&world, "strings.xlsx", "xl/sharedStrings.xml", &mut strings.as_bytes());
    assert_eq!(refusal(&world, &strings), FileRefused::TooLarge);
}

/// In a process of its own, so that other tests' memory is not counted: see `cli.rs`.
pub fn bomb(world: &World) -> std::path::PathBuf {
    let row = |row: u32| {
        let cells: String =
            (0..26u8).map(|c| format!("<c r=\"{}{row}\"><v>{row}</v></c>", char::from(b'A' + c))).collect();
        format!("<row r=\"{row}\">{cells}</row>")
    };
    let rows: String = (1..130_000).map(row).collect();
    zipped(world, "many.xlsx", "xl/worksheets/sheet1.xml", &mut sheet_xml(&rows).as_bytes())
}

#[test]
fn merged_cells_cost_no_more_than_the_cell_that_they_show() {
    let world = World::new();
    let rows: String = (1..=60_000).map(|row| format!("<row r=\"{row}\"><c r=\"A{row}\"><v>1</v></c></row>")).collect();
    let text = "x".repeat(3000);
    let top =
        format!("<row r=\"1\"><c r=\"A1\"><v>1</v></c><c r=\"B1\" t=\"inlineStr\"><is><t>{text}</t></is></c></row>");
    let rows = rows.replacen("<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>", &top, 1);
    let sheet = format!(
        "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>{rows}</sheetData>\
         <mergeCells count=\"1\"><mergeCell ref=\"B1:B60000\"/></mergeCells></worksheet>"
    );
    let path = zipped(&world, "merged.xlsx", "xl/worksheets/sheet1.xml", &mut sheet.as_bytes());
    assert_eq!(refusal(&world, &path).code(), "no_header");
}
