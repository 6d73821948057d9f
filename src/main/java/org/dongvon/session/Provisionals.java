package org.dongvon.session;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.dongvon.engine.money.Dong;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Refused;
import org.dongvon.shared.RoundTrip;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What group heads took and nobody has counted yet, and how it ends with a posted sheet. */
@Repository
public class Provisionals {

    private static final String OF_GROUP = """
            select line_id, member_id, loan_id, session_on, taken_on, interest, saving, note, taker, hand_in_id
              from session.v_provisional
             where group_id = :group and point_id <@ (select shared.scope())
             order by taken_on, line_id
            """;

    private static final String OPEN = """
            select line_id, member_id, loan_id, interest, saving
              from session.v_provisional
             where line_id = any (cast(:lines as uuid[])) and group_id = :group and point_id <@ (select shared.scope())
            """;

    // The head may withdraw a line at the same moment: then fewer lines end than the teller saw, and nothing is posted.
    private static final String COUNT = """
            with taken as (
                select x.final_line, p.line_id, p.group_id, p.member_id, p.loan_id, p.interest, p.saving
                  from unnest(cast(:finals as uuid[]), cast(:lines as uuid[])) as x (final_line, line_id)
                  join session.v_provisional p on p.line_id = x.line_id),
            finals as (
                insert into session.provisional_final (final_line, journal_id, point_id, group_id, member_id, loan_id,
                       taken_interest, taken_saving, counted_interest, counted_saving, reason)
                select c.final_line, :journal, :point, t.group_id, t.member_id, t.loan_id, sum(t.interest), sum(t.saving), c.interest,
                       c.saving, c.reason
                  from unnest(cast(:counted as uuid[]), cast(:interests as bigint[]), cast(:savings as bigint[]), cast(:reasons as text[]))
                           as c (final_line, interest, saving, reason)
                  join taken t on t.final_line = c.final_line
                 group by c.final_line, t.group_id, t.member_id, t.loan_id, c.interest, c.saving, c.reason)
            insert into session.provisional_end (line_id, point_id, group_id, kind, ended_on, final_line, ended_by)
            select t.line_id, :point, t.group_id, 'COUNTED', :day, t.final_line, :teller
              from taken t
                on conflict (line_id) do nothing
            """;

    private final JdbcClient db;

    Provisionals(JdbcClient db) {
        this.db = db;
    }

    /** The open lines of a group, the oldest first. */
    public List<Open> ofGroup(long groupId) {
        return db.sql(OF_GROUP)
                .param("group", groupId)
                .query((row, n) -> new Open(
                        row.getObject("line_id", UUID.class),
                        row.getLong("member_id"),
                        row.getObject("loan_id", Long.class),
                        new Money(new Dong(row.getLong("interest")), new Dong(row.getLong("saving"))),
                        row.getObject("session_on", LocalDate.class),
                        row.getObject("taken_on", LocalDate.class),
                        row.getString("taker"),
                        new Said(row.getString("note"), row.getObject("hand_in_id", Long.class))))
                .list();
    }

    /**
     * What the open ones of these lines come to, by the line of the sheet that counts them; a line that ended meanwhile is
     * missing.
     */
    public RoundTrip.Answer<Map<UUID, Taken>> open(
            RoundTrip trip, @Nullable Long groupId, Map<UUID, List<UUID>> counts) {
        var lines = counts.values().stream()
                .flatMap(List::stream)
                .map(UUID::toString)
                .toArray(String[]::new);
        var parameters = new MapSqlParameterSource("lines", lines).addValue("group", groupId);
        return trip.query(OPEN, parameters, row -> taken(row, counts));
    }

    private static Map<UUID, Taken> taken(ResultSet row, Map<UUID, List<UUID>> counts) throws SQLException {
        Map<UUID, UUID> finals = new HashMap<>();
        counts.forEach((line, lines) -> lines.forEach(each -> finals.put(each, line)));
        Map<UUID, Taken> result = new HashMap<>();
        while (row.next()) {
            var one = new Taken(
                    row.getLong("member_id"),
                    row.getObject("loan_id", Long.class),
                    new Money(new Dong(row.getLong("interest")), new Dong(row.getLong("saving"))),
                    1);
            var line = finals.get(row.getObject("line_id", UUID.class));
            if (line != null) {
                result.merge(line, one, Taken::with);
            }
        }
        return result;
    }

    /**
     * Ends what posted lines counted: one statement, and none where nothing was counted. What is final is what the line says.
     *
     * @throws Refused {@link ProvisionalRefusal#PROVISIONAL_CHANGED} at the end of the journey, when a line ended meanwhile
     */
    public void count(RoundTrip trip, long journalId, TransactionSession session, Collection<Counted> counted) {
        if (counted.isEmpty()) {
            return;
        }
        var finals = new ArrayList<String>();
        var lines = new ArrayList<String>();
        for (var each : counted) {
            for (var line : each.lines()) {
                finals.add(each.finalLine().toString());
                lines.add(line.toString());
            }
        }
        var parameters = new MapSqlParameterSource("journal", journalId)
                .addValue("point", session.pointId())
                .addValue("day", session.heldOn())
                .addValue("teller", session.team().tellerId())
                .addValue("finals", finals.toArray(String[]::new))
                .addValue("lines", lines.toArray(String[]::new))
                .addValue(
                        "counted",
                        counted.stream()
                                .map(each -> each.finalLine().toString())
                                .toArray(String[]::new))
                .addValue(
                        "interests",
                        counted.stream()
                                .map(each -> each.money().interest().amount())
                                .toArray(Long[]::new))
                .addValue(
                        "savings",
                        counted.stream()
                                .map(each -> each.money().saving().amount())
                                .toArray(Long[]::new))
                .addValue("reasons", counted.stream().map(Counted::reason).toArray(String[]::new));
        trip.update(COUNT, parameters, ended -> {
            if (ended != lines.size()) {
                throw new Refused(ProvisionalRefusal.PROVISIONAL_CHANGED);
            }
        });
    }

    /** The group whose head acts; a refusal for whoever heads none. */
    public static long groupOf(Actor head) {
        var group = head.scope().narrowing().groupId();
        if (group == null) {
            throw new Refused(ProvisionalRefusal.NO_GROUP_OF_YOURS);
        }
        return group;
    }

    /** Interest and savings. */
    public record Money(Dong interest, Dong saving) {

        public static final Money NOTHING = new Money(Dong.ZERO, Dong.ZERO);

        public Dong sum() {
            return interest.plus(saving);
        }

        public Money plus(Money other) {
            return new Money(interest.plus(other.interest), saving.plus(other.saving));
        }
    }

    /** The head's note, and the list on which she handed it in. */
    public record Said(String note, @Nullable Long handIn) {}

    /** A line that nobody has counted yet. */
    public record Open(
            UUID lineId,
            long memberId,
            @Nullable Long loanId,
            Money money,
            LocalDate sessionOn,
            LocalDate takenOn,
            String taker,
            Said said) {

        public boolean isHandedIn() {
            return said.handIn() != null;
        }
    }

    /** What open lines come to together, of one member and loan. */
    public record Taken(long memberId, @Nullable Long loanId, Money money, int lines) {

        private Taken with(Taken other) {
            return new Taken(memberId, loanId, money.plus(other.money), lines + other.lines);
        }
    }

    /** A posted line, the provisional ones it counted, and why it differs from them. */
    public record Counted(UUID finalLine, List<UUID> lines, Money money, String reason) {}
}
