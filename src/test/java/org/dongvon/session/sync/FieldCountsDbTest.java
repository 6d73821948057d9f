package org.dongvon.session.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dongvon.session.sync.FieldBooks.INTEREST;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.dongvon.engine.money.Dong;
import org.dongvon.session.field.FieldPackages;
import org.dongvon.shared.change.Approved;
import org.dongvon.shared.change.DecideChange;
import org.dongvon.shared.change.RequestChange;
import org.dongvon.support.PocketDevice.Line;
import org.dongvon.support.PostgresTest;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.json.JsonMapper;

/** What a group's head took before the session goes along in the day package, and ends when the field sheet is posted. */
@PostgresTest
class FieldCountsDbTest {

    private static final String TAKE = """
            insert into session.provisional (line_id, point_id, group_id, member_id, loan_id, session_on, taken_on, interest, saving, taker_id,
                   taker)
            values (:line, :point, :group, :member, :loan, '2024-05-18', '2024-05-18', :interest, :saving, 1, 'Bùi Thị Hạnh')
            """;

    private static final String RETURNED = """
            insert into session.provisional_end (line_id, point_id, group_id, kind, ended_on, reason, ended_by)
            select line_id, point_id, group_id, 'RETURNED', '2024-05-18', 'tổ viên giữ tiền', 1 from session.provisional where line_id = :line
            """;

    private final ApplicationContext beans;

    FieldCountsDbTest(ApplicationContext beans) {
        this.beans = beans;
    }

    @Test
    void countsWhatTheHeadTookOnceAndPutsOnTheDeskWhatEndedMeanwhile() {
        var books = new FieldBooks(beans, "FP", 5);
        var whole = take(books, 0, INTEREST, 50_000);
        var less = take(books, 1, INTEREST, 0);
        var silent = take(books, 2, INTEREST, 0);
        var returned = take(books, 3, 200_000, 0);
        var left = take(books, 4, 0, 7_000);
        assertThat(JsonMapper.builder()
                        .build()
                        .readTree(beans.getBean(FieldPackages.class)
                                .read(books.village.teller, books.session)
                                .json())
                        .get("taken")
                        .toString())
                .contains("[\"" + whole + "\",0,0," + INTEREST + ",50000]", "[\"" + returned + "\",3,3,200000,0]");
        books.owner.sql(RETURNED).param("line", returned).update();
        Map<Line, UUID> lines = new LinkedHashMap<>();
        lines.put(Line.of(books.group, 0, INTEREST, 50_000, 0), whole);
        lines.put(noted(Line.of(books.group, 1, 200_000, 0, 0)), less);
        lines.put(Line.of(books.group, 2, 200_000, 0, 0), silent);
        lines.put(Line.of(books.group, 3, 200_000, 0, 0), returned);
        var event = books.device.counting(books.session, books.group.id(), lines);

        var answer = books.send(List.of(event));

        assertThat(answer.events()).extracting(FieldEvents.Standing::posted).containsExactly(2);
        assertThat(books.desk()).containsExactly("PROVISIONAL_DIFFERS 200000", "PROVISIONAL_CHANGED 200000");
        assertThat(finals(books))
                .containsExactly(
                        "200000 + 0 of " + INTEREST + " + 0 thiếu", INTEREST + " + 50000 of " + INTEREST + " + 50000 ");
        assertThat(books.send(List.of(event))).isEqualTo(answer);
        assertThat(open(books)).as("hers still").containsExactlyInAnyOrder(silent.toString(), left.toString());

        settle(books, 200_000);

        assertThat(finals(books)).contains("200000 + 0 of " + INTEREST + " + 0 hai người xử lý ở bàn");
        assertThat(open(books)).containsExactly(left.toString());
        books.send(List.of(books.device.handIn(books.session, 4, INTEREST + 600_000, 50_000, 0)));
        books.close();
        assertThat(books.texts("select lines || ' ' || saving from session.provisional_left where session_id = "
                        + books.session))
                .containsExactly("1 7000");
        books.holds();
    }

    private static Line noted(Line line) {
        return new Line(
                line.id(), line.member(), line.loan(), line.interest(), line.saving(), line.principal(), "thiếu");
    }

    private UUID take(FieldBooks books, int member, long interest, long saving) {
        var line = UUID.randomUUID();
        books.owner
                .sql(TAKE)
                .param("line", line)
                .param("point", books.village.point)
                .param("group", books.group.id())
                .param("member", books.group.members().get(member))
                .param("loan", books.group.loans().get(member))
                .param("interest", interest)
                .param("saving", saving)
                .update();
        return line;
    }

    private List<String> finals(FieldBooks books) {
        return books.texts(
                "select concat(counted_interest, ' + ', counted_saving, ' of ', taken_interest, ' + ', taken_saving,"
                        + " ' ', reason) from session.provisional_final where group_id = " + books.group.id()
                        + " order by counted_interest, reason desc");
    }

    private List<String> open(FieldBooks books) {
        return books.texts("select line_id::text from session.v_provisional where group_id = " + books.group.id());
    }

    private void settle(FieldBooks books, long interest) {
        for (var id : books.texts(
                "select id::text from session.field_conflict where session_id = " + books.session + " order by id")) {
            long change = beans.getBean(RequestChange.class)
                    .run(
                            books.village.teller,
                            new RequestChange.Proposal(
                                    UUID.randomUUID(),
                                    SettleConflict.NAME,
                                    id,
                                    SettleConflict.wanted(
                                            new Dong(interest), Dong.ZERO, Dong.ZERO, SettleConflict.Rest.NONE),
                                    new Approved.Basis("đã đối chiếu biên lai", null, null)));
            beans.getBean(DecideChange.class).approve(books.village.director, UUID.randomUUID(), change);
        }
    }
}
