package org.dongvon.session.board;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.dongvon.engine.money.Dong;
import org.dongvon.loan.LoanRefusal;
import org.dongvon.organisation.OrganisationRefusal;
import org.dongvon.programme.ProgrammeRefusal;
import org.dongvon.session.SessionRefusal;
import org.dongvon.session.sheet.PostSheet;
import org.dongvon.session.sheet.Sheet;
import org.dongvon.session.sheet.SheetLine;
import org.dongvon.session.sheet.SheetLine.Payer;
import org.dongvon.shared.Refused;
import org.dongvon.shared.text.DateInput;
import org.dongvon.shared.text.Language;
import org.dongvon.shared.text.Messages;
import org.dongvon.shared.text.MoneyInput;
import org.dongvon.support.Fields;
import org.dongvon.support.OwnerDb;
import org.dongvon.support.ServerTest;
import org.dongvon.support.Site;
import org.dongvon.support.Village;
import org.dongvon.support.Village.GroupOfLoans;
import org.dongvon.support.Visitor;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.context.ApplicationContext;

/**
 * What people type by mistake, or send twice, in both languages: each time the named rule answers, nothing is half done,
 * and what lies on the other side of the rule goes through.
 */
@ServerTest
class BadInputWebTest {

    private static final AtomicInteger VILLAGES = new AtomicInteger();
    private static final int CONFLICT = 409;
    private static final int UNREADABLE = 422;

    private final ApplicationContext beans;
    private final Site site;
    private final OwnerDb owner;

    BadInputWebTest(ApplicationContext beans, Site site, OwnerDb owner) {
        this.beans = beans;
        this.site = site;
        this.owner = owner;
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void moneyThatIsNegativeFractionalTooLongOrNoNumber(Language language) {
        var day = new Day(language);
        for (var typed : List.of("-5", "1000,5", "9".repeat(60), "mười")) {
            var fields = Fields.of(day.teller.get(day.sheet()).body());
            fields.put("interest-1", typed);
            fields.put("do", "post");

            var answer = day.teller.post(day.sheet(), fields);

            says(language, answer, UNREADABLE, refusalOf(() -> MoneyInput.parse(typed)));
            assertThat(day.posted()).isZero();
        }
        var fields = Fields.of(day.teller.get(day.sheet()).body());
        fields.put("interest-1", "200000");
        fields.put("do", "post");
        assertThat(day.teller.post(day.sheet(), fields).statusCode()).isEqualTo(303);
        assertThat(day.posted()).isEqualTo(2);
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void datesThatDoNotExist(Language language) {
        var day = new Day(language);
        var director = day.as("director");
        for (var typed : List.of("31/02/2024", "29/02/2023", "00/05/2024", "hôm qua")) {
            var query = "?unit=" + day.code + "&asOf="
                    + java.net.URLEncoder.encode(typed, java.nio.charset.StandardCharsets.UTF_8);

            var answer = director.get("/reports/directive40" + query + day.and());

            says(language, answer, UNREADABLE, refusalOf(() -> DateInput.parse(typed)));
        }
        // The day exists; only the books do not reach it.
        assertThat(director.get("/reports/directive40?unit=" + day.code + "&asOf=29/02/2024" + day.and())
                        .statusCode())
                .isEqualTo(CONFLICT);
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void aSheetPostedTwiceAndAPostedLineWithOtherContent(Language language) {
        var day = new Day(language);
        var fields = Fields.of(day.teller.get(day.sheet()).body());
        fields.put("do", "post");
        var first = day.teller.post(day.sheet(), fields);

        var again = day.teller.post(day.sheet(), fields);

        assertThat(first.statusCode()).isEqualTo(303);
        assertThat(again.headers().firstValue("Location"))
                .isEqualTo(first.headers().firstValue("Location"));
        assertThat(day.posted()).isEqualTo(2);
        fields.put("key", UUID.randomUUID().toString());
        fields.put("interest-1", "1000");
        says(language, day.teller.post(day.sheet(), fields), CONFLICT, new Refused(SessionRefusal.LINE_CHANGED));
        assertThat(day.posted()).isEqualTo(2);
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void aLineOfAnotherGroupAndPrincipalInTheListOfAGroupHead(Language language) {
        var day = new Day(language);
        var other = day.village.group(2, 5, "HONGHEO", 50_000_000, Village.FIRST_DAY);
        var foreign = line(other, 0, 50_000, 0, Payer.GROUP_HEAD);
        var principal = line(day.group, 0, 0, 1_000_000, Payer.GROUP_HEAD);
        var right = line(day.group, 1, 0, 1_000_000, Payer.BORROWER);

        var answer = beans.getBean(PostSheet.class)
                .run(
                        day.village.teller,
                        new Sheet(UUID.randomUUID(), day.session, day.group.id(), List.of(foreign, principal, right)));

        assertThat(answer.posted()).isEqualTo(1);
        var notes = answer.others().stream()
                .map(result -> Objects.requireNonNull(result.refusal()))
                .map(note -> Messages.ofFiles()
                        .text(language, note.key(), note.values().toArray()))
                .toList();
        assertThat(notes)
                .containsExactly(
                        sentence(language, new Refused(SessionRefusal.WRONG_GROUP)),
                        sentence(
                                language,
                                new Refused(SessionRefusal.PRINCIPAL_THROUGH_GROUP_HEAD, new Dong(1_000_000))));
        assertThat(day.posted()).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void aLoanThatWasClosedMeanwhile(Language language) {
        var day = new Day(language);
        var loan = day.group.loans().getFirst();
        var path = "/sessions/%d/counter/%d".formatted(day.session, loan) + day.only();
        var early = Fields.of(day.teller.get(path).body());
        var paid = Fields.of(day.teller.get(path).body());
        paid.put("principal", "50000000");
        paid.put("do", "post");
        assertThat(day.teller.post(path, paid).statusCode()).isEqualTo(303);

        early.put("interest", "0");
        early.put("principal", "1000");
        early.put("do", "post");
        var answer = day.teller.post(path, early);

        says(language, answer, CONFLICT, new Refused(LoanRefusal.LOAN_NOT_ACTIVE, day.code + "-1-0"));
        assertThat(day.posted()).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void aDayThatIsClosed(Language language) {
        var day = new Day(language);
        var fields = Fields.of(day.teller.get(day.sheet()).body());
        fields.put("do", "post");
        day.move("2024-05-19");

        var answer = day.teller.post(day.sheet(), fields);

        says(
                language,
                answer,
                CONFLICT,
                new Refused(
                        SessionRefusal.SESSION_OF_ANOTHER_DAY,
                        java.time.LocalDate.of(2024, 5, 18),
                        java.time.LocalDate.of(2024, 5, 19)));
        assertThat(day.posted()).isZero();
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void aUnitOrAProgrammeThatNobodyKnows(Language language) {
        var day = new Day(language);
        var director = day.as("director");

        var unit = director.get("/reports/directive40?unit=NOWHERE" + day.and());
        var programme = director.get("/programmes/NOTHING" + day.only());

        says(language, unit, unit.statusCode(), new Refused(OrganisationRefusal.UNKNOWN_UNIT, "NOWHERE"));
        says(language, programme, programme.statusCode(), new Refused(ProgrammeRefusal.UNKNOWN_PROGRAMME, "NOTHING"));
        assertThat(director.get("/programmes/HONGHEO" + day.only()).statusCode())
                .isEqualTo(200);
    }

    private static Refused refusalOf(Runnable parsing) {
        try {
            parsing.run();
        } catch (Refused refused) {
            return refused;
        }
        throw new AssertionError("not refused");
    }

    private static void says(Language language, HttpResponse<String> answer, int status, Refused refused) {
        assertThat(answer.statusCode()).isEqualTo(status).isBetween(400, 499);
        assertThat(answer.body())
                .contains(sentence(language, refused))
                .doesNotContain("Exception", "org.dongvon", "\tat ");
    }

    private static String sentence(Language language, Refused refused) {
        return Messages.ofFiles().sentence(language, refused);
    }

    private static SheetLine line(GroupOfLoans group, int member, long saving, long principal, Payer payer) {
        return new SheetLine(
                UUID.randomUUID(),
                group.members().get(member),
                group.loans().get(member),
                Dong.ZERO,
                new Dong(saving),
                new Dong(principal),
                payer);
    }

    /** A session on 18/05/2024 of a group of two, whose loans were paid out 30 days before. */
    private final class Day {

        private final Language language;
        private final String code = "BAD" + VILLAGES.incrementAndGet();
        private final Village village = Village.withAccounts(beans, code);
        private final GroupOfLoans group = village.group(1, 2, "HONGHEO", 50_000_000, Village.FIRST_DAY);
        private final long session;
        private final Visitor teller;

        Day(Language language) {
            this.language = language;
            village.payOut(village.openSession(500_000_000), group);
            move("2024-05-18");
            session = village.openSession(0);
            teller = as("teller");
        }

        void move(String day) {
            owner.sql("update organisation.business_day set day = cast(:day as date) where office_id = :office")
                    .param("day", day)
                    .param("office", village.office)
                    .update();
        }

        Visitor as(String role) {
            return new Visitor(site).as(code.toLowerCase(Locale.ROOT) + "." + role);
        }

        String sheet() {
            return "/sessions/%d/sheets/%d".formatted(session, group.id()) + only();
        }

        String only() {
            return "?" + and().substring(1);
        }

        String and() {
            return "&lang=" + language.name().toLowerCase(Locale.ROOT);
        }

        long posted() {
            return owner.sql("select count(*) from loan.movement where point_id = :point and kind = 'REPAYMENT'")
                    .param("point", village.point)
                    .query(Long.class)
                    .single();
        }
    }
}
