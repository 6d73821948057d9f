package org.dongvon.capital.claim;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.dongvon.engine.money.Dong;
import org.dongvon.shared.table.Sheet;
import org.dongvon.shared.text.Language;
import org.dongvon.shared.text.Messages;

/** The claims of a year by kind, each kind summed up. */
record ClaimStatement(int year, LocalDate today, List<StateClaim> claims) {

    ClaimStatement {
        claims = List.copyOf(claims);
    }

    /** The kinds of which there are claims. */
    public List<Part> parts() {
        return Arrays.stream(ClaimKind.values())
                .map(kind -> new Part(
                        kind,
                        claims.stream().filter(each -> each.kind() == kind).toList()))
                .filter(part -> !part.claims.isEmpty())
                .toList();
    }

    Sheet sheet(Messages messages, Language language) {
        var rows = new ArrayList<Sheet.Row>();
        for (var part : parts()) {
            for (var claim : part.claims) {
                var sums = claim.sums();
                rows.add(Sheet.Row.of(
                        claim.code(),
                        claim.office().name(),
                        messages.text(language, "claimKind." + claim.kind()),
                        period(messages, language, claim.period()),
                        sums.claimed(),
                        sums.accepted(),
                        sums.received(),
                        sums.toCome()));
            }
            rows.add(Sheet.Row.sum(
                    null,
                    null,
                    messages.text(language, "claimKind." + part.kind),
                    messages.text(language, "claims.total"),
                    part.claimed(),
                    part.accepted(),
                    part.received(),
                    part.toCome()));
        }
        var title = messages.text(language, "claims.of-year", Integer.toString(year));
        return new Sheet(
                Integer.toString(year),
                List.of(title, messages.text(language, "sheet.unit")),
                List.of(
                        messages.text(language, "claims.code"),
                        messages.text(language, "claims.office"),
                        messages.text(language, "claims.kind"),
                        messages.text(language, "claims.period"),
                        messages.text(language, "claims.claimed"),
                        messages.text(language, "claims.accepted"),
                        messages.text(language, "claims.received"),
                        messages.text(language, "claims.to-come")),
                rows);
    }

    private static String period(Messages messages, Language language, ClaimPeriod period) {
        return period.quarter() == 0
                ? messages.text(language, "claims.whole-year", Integer.toString(period.year()))
                : messages.text(
                        language,
                        "claims.quarter",
                        Integer.toString(period.quarter()),
                        Integer.toString(period.year()));
    }

    /** The claims of one kind. */
    record Part(ClaimKind kind, List<StateClaim> claims) {

        public Dong claimed() {
            return Dong.sum(claims.stream().map(each -> each.sums().claimed()).toList());
        }

        public Dong open() {
            return Dong.sum(claims.stream().map(each -> each.sums().open()).toList());
        }

        public Dong accepted() {
            return Dong.sum(
                    claims.stream().map(each -> each.sums().acceptedOrNothing()).toList());
        }

        public Dong received() {
            return Dong.sum(claims.stream().map(each -> each.sums().received()).toList());
        }

        public Dong toCome() {
            return Dong.sum(claims.stream().map(each -> each.sums().toCome()).toList());
        }
    }
}
