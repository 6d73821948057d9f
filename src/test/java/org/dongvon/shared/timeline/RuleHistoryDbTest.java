package org.dongvon.shared.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Role;
import org.dongvon.shared.Scope;
import org.dongvon.shared.change.Approved.Basis;
import org.dongvon.shared.change.DecideChange;
import org.dongvon.shared.change.Facts;
import org.dongvon.shared.change.RequestChange;
import org.dongvon.shared.change.RequestChange.Proposal;
import org.dongvon.support.LoanVillage;
import org.dongvon.support.PostgresTest;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;

/** Who asked for a rule of the country to be changed, and who decided it, stands on the page of that rule. */
@PostgresTest
class RuleHistoryDbTest {

    private static final LocalDate FROM = LocalDate.of(2031, 1, 1);
    private static final Actor ACCOUNTANT = headOffice(1, Role.ACCOUNTANT);
    private static final Actor MANAGER = headOffice(2, Role.MANAGER);

    private final RequestChange request;
    private final DecideChange decide;
    private final Timelines timelines;

    RuleHistoryDbTest(ApplicationContext beans) {
        this.request = beans.getBean(RequestChange.class);
        this.decide = beans.getBean(DecideChange.class);
        this.timelines = beans.getBean(Timelines.class);
        new LoanVillage(beans, "HIST");
    }

    @Test
    void tellsOfEveryFeeRuleOnOnePageAndOfATermOnThePageOfItsProgramme() {
        var fee =
                ask("fee.rate", "COMMISSION::", Facts.none().count("rate", 900).date("from", FROM));
        var ofNoxh = ask(
                "fee.rate", "COMMISSION:NOXH:", Facts.none().count("rate", 800).date("from", FROM));
        decide.approve(MANAGER, UUID.randomUUID(), fee);
        decide.sendBack(MANAGER, UUID.randomUUID(), ofNoxh, "chưa có văn bản của Hội đồng quản trị");
        var term = ask(
                "programme.term",
                "HONGHEO:TERM_MAX",
                Facts.none().text("value", "130").date("from", FROM));

        assertThat(states(new Subject(Subject.Kind.FEE_RULE, "")))
                .containsExactlyInAnyOrder(
                        "WAITING " + fee, "APPROVED " + fee, "WAITING " + ofNoxh, "RETURNED " + ofNoxh);
        assertThat(states(new Subject(Subject.Kind.PROGRAMME, "HONGHEO"))).contains("WAITING " + term);
        assertThat(states(new Subject(Subject.Kind.PROGRAMME, "CANNGHEO"))).doesNotContain("WAITING " + term);
        assertThat(states(new Subject(Subject.Kind.RATING_RULE, ""))).isEmpty();
        var score = ask("supervision.session-rule", "sessions", scores());
        assertThat(states(new Subject(Subject.Kind.SESSION_RULE, ""))).containsExactly("WAITING " + score);
        assertThat(states(new Subject(Subject.Kind.RATING_RULE, ""))).isEmpty();
    }

    private static Facts scores() {
        var facts = Facts.none();
        for (var field : List.of("sheets", "interest", "principal", "lines", "cash", "minutes")) {
            facts = facts.count(field, 15);
        }
        return facts.count("attendance", 10)
                .count("good", 90)
                .count("fair", 70)
                .count("average", 50)
                .date("from", FROM);
    }

    /** Each as the state and the request that it leads to. */
    private List<String> states(Subject subject) {
        return timelines.page(ACCOUNTANT, subject, null).events().stream()
                .filter(event -> event.what().key().startsWith("timeline.change."))
                .map(event -> event.what().key().replaceFirst(".*[.]", "") + " "
                        + Objects.requireNonNull(event.link()).path().replaceFirst(".*/", ""))
                .toList();
    }

    private long ask(String kind, String subject, Facts wanted) {
        return request.run(
                ACCOUNTANT,
                new Proposal(
                        UUID.randomUUID(),
                        kind,
                        subject,
                        wanted,
                        new Basis("theo quyết định của Hội đồng quản trị", "QD-2553-2025", null)));
    }

    private static Actor headOffice(long id, Role role) {
        return new Actor(id, id, role.name(), "Hội sở " + role, role, 0, Scope.COUNTRY);
    }
}
