package org.dongvon.form;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.dongvon.engine.money.Dong;
import org.dongvon.shared.table.Sheet;
import org.dongvon.shared.text.Formats;
import org.dongvon.shared.text.Language;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Prints statements that are no official form: the tables that also go along as a workbook, in the reader's language. */
@Component
public class StatementPaper {

    private final PaperTemplates templates;

    StatementPaper(PaperTemplates templates) {
        this.templates = templates;
    }

    /**
     * The sheets as one PDF in landscape, each on pages of its own.
     *
     * @param name of the file, such as {@code capital-2026-05-31}
     * @param day the business day it speaks of
     */
    public PrintedForm print(Language language, String name, LocalDate day, List<Sheet> sheets) {
        try (var pdf = new PdfPaper(name, day)) {
            for (var sheet : sheets) {
                pdf.add(templates.statement(new Page(sheet, Formats.in(language), ""), language), sheet.name());
            }
            return new PrintedForm(name + ".pdf", pdf.bytes());
        }
    }

    /** One sheet with a code below it, which leads to an address where anybody can check it. */
    public PrintedForm print(Language language, String name, LocalDate day, Sheet sheet, String address) {
        try (var pdf = new PdfPaper(name, day)) {
            var page = new Page(sheet, Formats.in(language), QrPng.dataAddress(address));
            pdf.add(templates.statement(page, language), sheet.name());
            return new PrintedForm(name + ".pdf", pdf.bytes());
        }
    }

    /**
     * A sheet with its cells in words.
     *
     * @param code the picture of a code, empty for none
     */
    record Page(Sheet sheet, Formats formats, String code) {

        public String words(@Nullable Object cell) {
            return switch (cell) {
                case null -> "";
                case Dong dong -> formats.dong(dong);
                case Long number -> formats.number(number);
                case BigDecimal ratio -> formats.ratio(ratio);
                case LocalDate day -> formats.date(day);
                default -> cell.toString();
            };
        }

        public boolean isNumber(@Nullable Object cell) {
            return cell instanceof Dong || cell instanceof Number;
        }
    }
}
