package org.dongvon.report.loans;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.StringWriter;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.dongvon.organisation.Unit;
import org.dongvon.position.PositionRefusal;
import org.dongvon.position.Positions;
import org.dongvon.report.ListingFile;
import org.dongvon.report.ListingRequest;
import org.dongvon.report.ListingRequest.Filter;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Refused;
import org.dongvon.support.OwnerDb;
import org.dongvon.support.PostgresTest;
import org.dongvon.support.Village;
import org.dongvon.support.Village.GroupOfLoans;
import org.dongvon.support.VillageDay;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** The list of loans at the end of any day, beside the positions of that day. */
@PostgresTest
class LoanListingDbTest {

    private static final LocalDate FIRST = Village.FIRST_DAY;
    private static final LocalDate SECOND = LocalDate.of(2024, 5, 18);
    private static final LocalDate THIRD = LocalDate.of(2024, 6, 18);

    private final ApplicationContext beans;
    private final LoanListing listing;
    private final Positions positions;
    private final OwnerDb owner;

    LoanListingDbTest(ApplicationContext beans, LoanListing listing, Positions positions, OwnerDb owner) {
        this.beans = beans;
        this.listing = listing;
        this.positions = positions;
        this.owner = owner;
    }

    @Test
    void sumsToThePositionOfEveryDayClosedOrOpen() {
        var village = Village.in(beans, "LIST-A");
        var unit = threeSessions(village);

        for (var day : List.of(FIRST, SECOND.minusDays(1), SECOND, THIRD.minusDays(1), THIRD)) {
            var rows = new ArrayList<List<@Nullable Object>>();
            var totals = listing.run(Actor.SYSTEM, ListingRequest.of(unit, day), rows::add);

            var position = positions.at(Actor.SYSTEM, unit, day);
            assertThat(totals)
                    .as("%s", day)
                    .containsEntry("outstanding", position.outstanding().amount());
            assertThat(totals.get("loans")).as("%s", day).isEqualTo(rows.size());
            assertThat(sum(rows, "outstanding"))
                    .isEqualTo(position.outstanding().amount());
            assertThat(sum(rows, "interest")).isEqualTo(totals.get("interest"));
        }
    }

    @Test
    void tellsTheInterestOwedAtTheEndOfADayThatIsLongClosed() {
        var village = Village.in(beans, "LIST-B");
        var unit = threeSessions(village);

        var rows = new ArrayList<List<@Nullable Object>>();
        listing.run(Actor.SYSTEM, ListingRequest.of(unit, SECOND.minusDays(1)), rows::add);

        // 50 000 000 đ × 29 days × 6.6 % / 365 = 262 191.78 đ; the loan that is paid off today was still owed then.
        assertThat(rows).hasSize(6);
        assertThat(rows.getFirst())
                .startsWith("LIST-B-1-0", "LIST-B-01", "LIST-B-T1", "HPN", "HONGHEO", "TW-LIST-B", FIRST)
                .endsWith(50_000_000L, 262_192L, 0L, 262_192L);
        var later = new ArrayList<List<@Nullable Object>>();
        listing.run(Actor.SYSTEM, ListingRequest.of(unit, SECOND), later::add);
        assertThat(later)
                .extracting(List::getFirst)
                .doesNotContain("LIST-B-1-0")
                .hasSize(10);
    }

    @Test
    void keepsToTheFilter() {
        var village = Village.in(beans, "LIST-C");
        var unit = threeSessions(village);

        assertThat(codes(unit, new Filter("", "CANNGHEO", "", "", null)))
                .hasSize(5)
                .allMatch(c -> c.contains("-2-"));
        assertThat(codes(unit, new Filter("", "", "LIST-C-T1", "", null)))
                .hasSize(5)
                .allMatch(c -> c.contains("-1-"));
        assertThat(codes(unit, new Filter("LIST-C-1-3", "", "", "", null))).containsExactly("LIST-C-1-3");
        assertThat(codes(unit, new Filter("", "", "", "LIST-C-00", null))).isEmpty();
        assertThat(codes(unit, new Filter("", "", "", "LIST-C-01", null))).hasSize(10);
        assertThat(codes(unit, new Filter("", "", "", "", true))).isEmpty();
        assertThat(codes(unit, new Filter("", "", "", "", false))).hasSize(10);
    }

    @Test
    void showsALoanOfAnotherOfficeToNobody() {
        var village = Village.in(beans, "LIST-D");
        var unit = threeSessions(village);
        var stranger = Village.in(beans, "LIST-E");

        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> listing.run(stranger.director, ListingRequest.of(unit, SECOND), row -> {}))
                .satisfies(refused -> assertThat(refused.refusal()).isEqualTo(PositionRefusal.OUT_OF_SCOPE));
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> listing.run(Actor.SYSTEM, ListingRequest.of(unit, FIRST.minusDays(1)), row -> {}))
                .satisfies(refused -> assertThat(refused.refusal()).isEqualTo(PositionRefusal.BEFORE_BOOKS));
        assertThat(listing.run(village.director, ListingRequest.of(unit, SECOND), row -> {}))
                .containsEntry("loans", 10L);
    }

    @Test
    void fetchesRowsAFewAtATime() {
        var village = Village.in(beans, "LIST-F");
        var unit = threeSessions(village);
        var open = new ArrayList<Long>();

        listing.run(
                Actor.SYSTEM,
                ListingRequest.of(unit, SECOND),
                row -> open.add(beans.getBean(JdbcClient.class)
                        .sql("select count(*) from pg_cursors")
                        .query(Long.class)
                        .single()));

        // The portal of the list itself, and that of the question.
        assertThat(open).isNotEmpty().allMatch(portals -> portals >= 1);
    }

    @Test
    void failsRatherThanListWhatIsNotThePosition() {
        var village = Village.in(beans, "LIST-G");
        var unit = threeSessions(village);
        var tampered =
                "update loan.part set principal = principal %s 1 where loan_id = (select id from loan.loan where code"
                        + " = 'LIST-G-1-3')";
        owner.sql(tampered.formatted("+")).update();

        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> listing.run(Actor.SYSTEM, ListingRequest.of(unit, SECOND), row -> {}))
                .withMessageContaining("LIST-G");

        owner.sql(tampered.formatted("-")).update();
    }

    @Test
    void writesJsonAndCsvThatProgramsRead() {
        var village = Village.in(beans, "LIST-H");
        var unit = threeSessions(village);
        var json = new StringWriter();
        var csv = new StringWriter();

        ListingFile.json(listing, Actor.SYSTEM, ListingRequest.of(unit, SECOND), json);
        ListingFile.csv(listing, Actor.SYSTEM, ListingRequest.of(unit, SECOND), true, csv);

        var read = JsonMapper.builder().build().readTree(json.toString());
        assertThat(read.get("unit").asString()).isEqualTo("LIST-H");
        assertThat(read.get("rows").size()).isEqualTo(10);
        assertThat(read.get("rows").get(0).get("disbursedOn").asString()).isEqualTo("2024-04-18");
        assertThat(read.get("totals").get("outstanding").asLong())
                .isEqualTo(
                        positions.at(Actor.SYSTEM, unit, SECOND).outstanding().amount());
        var lines = csv.toString().split("\r\n");
        assertThat(lines).hasSize(11);
        assertThat(lines[0]).startsWith("\uFEFFcode,point,group,association,programme,contract,disbursedOn");
        assertThat(lines[1]).startsWith("LIST-H-1-1,LIST-H-01,LIST-H-T1,HPN,HONGHEO,TW-LIST-H,2024-04-18,");
        assertThat(csv.toString()).doesNotContain("Nguyễn");
    }

    /** Six loans in April; in May one is paid off, another in part, and five more are paid out; in June one pays interest. */
    private Unit threeSessions(Village village) {
        var first = VillageDay.open(beans, village);
        GroupOfLoans poor = first.lend(1, 6, "HONGHEO");
        first.end();
        VillageDay.close(beans, village, SECOND.minusDays(1));
        var second = VillageDay.open(beans, village);
        second.repay(poor, 0, 50_000_000);
        second.repay(poor, 1, 7_000_000);
        second.lend(2, 5, "CANNGHEO");
        second.end();
        VillageDay.close(beans, village, THIRD.minusDays(1));
        var third = VillageDay.open(beans, village);
        third.repay(poor, 2, 1_000_000);
        return VillageDay.unit(beans, village);
    }

    private List<String> codes(Unit unit, Filter filter) {
        var codes = new ArrayList<String>();
        listing.run(Actor.SYSTEM, new ListingRequest(unit, SECOND, filter), row -> codes.add((String) row.getFirst()));
        return codes;
    }

    private long sum(List<List<@Nullable Object>> rows, String field) {
        int place = listing.fields().indexOf(field);
        return rows.stream()
                .mapToLong(row -> row.get(place) instanceof Long amount ? amount : 0)
                .sum();
    }
}
