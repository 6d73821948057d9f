package org.dongvon.household.person;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.dongvon.household.person.PersonPages.Copy;
import org.dongvon.household.person.Retention.Section;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** A person's copy for programs: whole đồng as integers, ISO dates. */
final class CopyAsJson {

    private static final JsonMapper MAPPER =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private CopyAsJson() {}

    static String of(Copy copy) {
        var view = copy.view();
        var file = view.file();
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("on", file.home().openDay().toString());
        all.put(
                "person",
                fields(
                        "id", file.id(),
                        "fullName", file.name(),
                        "bornOn", file.bornOn().toString(),
                        "bornYearOnly", file.born().yearOnly(),
                        "ethnicGroup", copy.ethnicGroup(),
                        "sex", file.sex().name(),
                        "identityNumber", copy.identity(),
                        "restricted", file.restricted()));
        var issued = view.card().issuedOn();
        all.put("card", fields("oldNumber", view.card().old(), "issuedOn", issued == null ? null : issued.toString()));
        all.put(
                "household",
                fields(
                        "code", file.home().household(),
                        "hamlet", file.home().hamlet(),
                        "point", file.home().point(),
                        "office", file.home().office()));
        all.put("phone", copy.phone());
        all.put(
                "consents",
                copy.consents().stream()
                        .map(each -> fields(
                                "number", each.shown(),
                                "consent", each.consent(),
                                "signedOn", each.signedOn().toString(),
                                "paper", each.paper(),
                                "language", each.language().name()))
                        .toList());
        for (var section : view.sections()) {
            all.put(section.kind().name().toLowerCase(Locale.ROOT) + "s", entries(section));
        }
        putRestrictionsAndSeen(all, view);
        var kept = view.retention();
        all.put("keptUntil", kept.until() == null ? null : kept.until().toString());
        return MAPPER.writeValueAsString(all);
    }

    private static void putRestrictionsAndSeen(Map<String, Object> all, PersonPages.PersonView view) {
        all.put(
                "restrictions",
                view.restrictions().stream()
                        .map(each -> fields(
                                "restricted", each.restricted(),
                                "reason", each.reason(),
                                "at", each.at().toString(),
                                "by", each.by()))
                        .toList());
        all.put(
                "seen",
                view.seen().stream()
                        .map(each -> fields(
                                "at", each.at().toString(),
                                "by", each.by(),
                                "role", each.role().name(),
                                "kind", each.kind(),
                                "page", each.page(),
                                "purpose", each.purpose().name(),
                                "note", each.note()))
                        .toList());
    }

    private static List<Map<String, Object>> entries(Section section) {
        return section.entries().stream()
                .map(each -> fields(
                        "code", each.code(),
                        "name", each.what().vi(),
                        "amount", each.amount().amount(),
                        "from", each.from().toString(),
                        "until", each.until() == null ? null : each.until().toString()))
                .toList();
    }

    private static Map<String, Object> fields(@org.jspecify.annotations.Nullable Object... namesAndValues) {
        Map<String, Object> result = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            result.put(String.valueOf(namesAndValues[i]), namesAndValues[i + 1]);
        }
        return result;
    }
}
