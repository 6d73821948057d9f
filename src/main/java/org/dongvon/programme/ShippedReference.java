package org.dongvon.programme;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.dongvon.document.Mark;
import org.dongvon.document.ShippedFile;
import org.dongvon.engine.interest.AnnualRate;
import org.dongvon.engine.interest.RateChange;
import org.dongvon.engine.money.Dong;
import org.dongvon.shared.text.Label;
import org.jspecify.annotations.Nullable;

/** The reference data that comes with the product, read from {@code reference/*.csv} without any database. */
public final class ShippedReference {

    private ShippedReference() {}

    /** Reads all files; the book has version 0. */
    public static ReferenceBook read() {
        var rates = ShippedFile.read("rates").rows(row -> Map.entry(row.text("series"), rate(row)));
        Map<String, List<DatedRate>> bySeries =
                rates.stream().collect(groupingBy(Map.Entry::getKey, mapping(Map.Entry::getValue, toList())));
        var terms = new TermBook(ShippedFile.read("terms").rows(ShippedReference::term));
        return new ReferenceBook(
                ShippedFile.read("programmes").rows(row -> programme(row, terms)),
                new RateBook(0, ShippedFile.read("series").rows(ShippedReference::series), bySeries),
                ShippedFile.read("caps").rows(ShippedReference::cap),
                new ParameterBook(ShippedFile.read("parameters").rows(ShippedReference::parameter)),
                terms);
    }

    private static Programme programme(ShippedFile.Row row, TermBook terms) {
        var code = row.text("code");
        return new Programme(
                row.number("no"),
                code,
                row.text("bank_code"),
                new Label(row.text("name_vi"), row.text("name_en")),
                terms.state(code, LocalDate.MAX),
                terms.channel(code, LocalDate.MAX),
                terms.terms(code, LocalDate.MAX),
                new LegalBasis(row.list("documents"), row.constant("mark", Mark.class), note(row)));
    }

    private static Term term(ShippedFile.Row row) {
        return new Term(
                row.text("programme"),
                row.constant("rule", TermCode.class),
                row.requiredDay("valid_from"),
                row.text("value"),
                basis(row));
    }

    private static Series series(ShippedFile.Row row) {
        return new Series(
                row.number("no"),
                row.text("code"),
                row.text("programme"),
                row.constant("class", BorrowerClass.class),
                row.day("contracts_from"),
                row.day("contracts_to"));
    }

    private static DatedRate rate(ShippedFile.Row row) {
        return new DatedRate(
                new RateChange(
                        row.requiredDay("valid_from"),
                        row.read("rate", AnnualRate::ofPercent),
                        row.read("overdue", AnnualRate::ofPercent)),
                row.constant("applies_to", AppliesTo.class),
                row.constant("day_mark", Mark.class),
                basis(row),
                null);
    }

    private static Cap cap(ShippedFile.Row row) {
        var percent = row.whole("percent");
        return new Cap(
                row.text("programme"),
                row.text("class"),
                new Cap.Limit(
                        row.constant("basis", CapBasis.class),
                        dong(row.whole("amount")),
                        percent == null ? null : Math.toIntExact(percent)),
                row.day("valid_from"),
                row.day("valid_to"),
                basis(row));
    }

    private static Parameter parameter(ShippedFile.Row row) {
        return new Parameter(
                row.constant("code", ParameterCode.class),
                row.requiredDay("valid_from"),
                row.text("value"),
                row.constant("unit", ParameterUnit.class),
                basis(row));
    }

    private static LegalBasis basis(ShippedFile.Row row) {
        return new LegalBasis(row.list("document"), row.constant("mark", Mark.class), note(row));
    }

    private static Label note(ShippedFile.Row row) {
        return new Label(row.text("note_vi"), row.text("note_en"));
    }

    private static @Nullable Dong dong(@Nullable Long amount) {
        return amount == null ? null : Dong.of(amount);
    }
}
