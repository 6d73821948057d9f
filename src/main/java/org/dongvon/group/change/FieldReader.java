package org.dongvon.group.change;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dongvon.group.GroupRefusal;
import org.dongvon.group.change.GroupBook.Member;
import org.dongvon.shared.Refused;
import org.dongvon.shared.SharedRefusal;
import org.dongvon.shared.change.Fact;
import org.dongvon.shared.change.Facts;
import org.dongvon.shared.text.Formats;
import org.dongvon.shared.web.Form;

/** Reads the fields of a form into facts, and fills a form in from facts. */
final class FieldReader {

    private static final int LONGEST = 120;

    private final List<Member> members;

    FieldReader(List<Member> members) {
        this.members = members;
    }

    Facts read(Form form, List<Field> fields) {
        var facts = Facts.none();
        for (var field : fields) {
            facts = read(form, field, facts);
        }
        return facts;
    }

    private Facts read(Form form, Field field, Facts facts) {
        var name = field.name();
        return switch (field.type()) {
            case DATE -> facts.date(name, form.date(name));
            case MONEY -> facts.dong(name, form.money(name));
            case COUNT -> facts.count(name, form.count(name));
            case TEXT -> facts.text(name, form.read(name, FieldReader::text, ""));
            case HAMLET -> form.text(name).isBlank() ? facts : facts.text(name, form.read(name, FieldReader::text, ""));
            case GROUP -> facts.text(name, form.read(name, FieldReader::code, ""));
            case HOUSEHOLDS -> facts.text(name, form.read(name, FieldReader::codes, ""));
            case MEMBER -> facts.text(name, form.read(name, this::member, ""));
            case MEMBERS -> facts.text(name, form.read(name, any -> ticked(form, name), ""));
            case CHOICE -> facts.word(name, field.prefix() + form.read(name, typed -> choice(field, typed), ""));
        };
    }

    /** Fills a form in as it was sent before. */
    static void fill(Form form, List<Field> fields, Facts facts, Formats formats) {
        for (var field : fields) {
            facts.find(field.name())
                    .filter(fact -> fact.value() != null)
                    .ifPresent(fact -> fill(form, field, fact, formats));
        }
    }

    private static void fill(Form form, Field field, Fact fact, Formats formats) {
        var facts = new Facts(List.of(fact));
        var name = field.name();
        switch (field.type()) {
            case DATE -> form.with(name, formats.date(facts.dateOf(name)));
            case MONEY -> form.with(name, formats.dong(facts.dongOf(name)));
            case COUNT -> form.with(name, formats.number(facts.countOf(name)));
            case HOUSEHOLDS -> form.with(name, facts.textOf(name).replace(" ", "\n"));
            case MEMBERS -> GroupChange.ids(facts.textOf(name)).forEach(id -> form.with(name + "-" + id, "x"));
            case CHOICE -> form.with(name, GroupChange.choice(facts, name));
            case TEXT, HAMLET, GROUP, MEMBER -> form.with(name, facts.textOf(name));
        }
    }

    private static String text(String typed) {
        var text = Normalizer.normalize(typed.replaceAll("\\p{Cntrl}+", " ").strip(), Normalizer.Form.NFC);
        if (text.isEmpty() || text.length() > LONGEST) {
            throw new Refused(SharedRefusal.MISSING_FIELD);
        }
        return text;
    }

    private static String code(String typed) {
        return text(typed).toUpperCase(Locale.ROOT);
    }

    private static String codes(String typed) {
        var codes = Stream.of(typed.strip().split("[\\s,;]+"))
                .map(FieldReader::code)
                .toList();
        return String.join(" ", codes);
    }

    private String member(String typed) {
        return members.stream()
                .map(each -> String.valueOf(each.person().id()))
                .filter(typed::equals)
                .findFirst()
                .orElseThrow(
                        () -> new Refused(typed.isEmpty() ? SharedRefusal.MISSING_FIELD : GroupRefusal.UNKNOWN_MEMBER));
    }

    private String ticked(Form form, String name) {
        var ticked = members.stream()
                .map(each -> String.valueOf(each.person().id()))
                .filter(id -> !form.text(name + "-" + id).isEmpty())
                .collect(Collectors.joining(" "));
        if (ticked.isEmpty()) {
            throw new Refused(SharedRefusal.MISSING_FIELD);
        }
        return ticked;
    }

    private static String choice(Field field, String typed) {
        if (!field.choices().contains(typed)) {
            throw new Refused(SharedRefusal.MISSING_FIELD);
        }
        return typed;
    }
}
