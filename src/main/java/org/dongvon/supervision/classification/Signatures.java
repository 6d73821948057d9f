package org.dongvon.supervision.classification;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.dongvon.engine.money.Dong;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Keeps who signed a round. */
@Repository
class Signatures {

    private static final String LOCK = """
            select pg_advisory_xact_lock(hashtextextended('supervision.debt_round', :round)) is null as locked
            """;

    private static final String ROUND = """
            select r.id, r.year, r.point_id, r.taken_on, c.code, c.name, o.open_day
              from supervision.debt_round r
              join organisation.v_point_card c on c.id = r.point_id
              join organisation.v_point o on o.id = r.point_id
             where r.year = :year and c.code = :point and r.point_id <@ (select shared.scope())
               and (not (select shared.narrowed())
                    or exists (select from supervision.debt d
                                 join loan.v_balance b on b.loan_id = d.loan_id
                                where d.round_id = r.id
                                  and ((select shared.scope_association()) is null or b.association = (select shared.scope_association()))
                                  and ((select shared.scope_group()) is null or d.group_id = (select shared.scope_group()))
                                  and ((select shared.scope_person()) is null or b.borrower_id = (select shared.scope_person()))))
            """;

    private static final String GROUPS = """
            select g.id, g.code, g.name, count(*) as debts, count(d.ability) as classified, sum(d.principal)::bigint as principal,
                   bool_or(d.classified_by = :reader) as by_reader, s.signed_on, s.role
              from supervision.v_debt d
              left join "group".v_credit_group g on g.id = d.group_id
              left join supervision.debt_signature s on s.round_id = d.round_id and s.group_id = d.group_id
             where d.round_id = :round and d.point_id <@ (select shared.scope())
               and ((select shared.scope_association()) is null or g.association = (select shared.scope_association()))
               and ((select shared.scope_group()) is null or g.id = (select shared.scope_group()))
             group by g.id, g.code, g.name, s.signed_on, s.role
             order by g.code nulls last
            """;

    private static final String ABOVE = """
            select s.level, s.signed_on, s.role, s.minutes
              from supervision.debt_signature s
             where s.round_id = :round and s.group_id is null and s.point_id <@ (select shared.scope())
            """;

    private static final String SIGN = """
            insert into supervision.debt_signature (round_id, point_id, level, group_id, debts, principal, minutes, signed_on, human, role,
                                                    submission)
            values (:round, :point, :level, :group, :debts, :principal, :minutes, :day, :human, :role, :key)
            """;

    private final JdbcClient db;

    Signatures(JdbcClient db) {
        this.db = db;
    }

    /** Until the end of the transaction nobody else classifies in the round or signs it. */
    void lock(long round) {
        db.sql(LOCK).param("round", round).query().listOfRows();
    }

    /**
     * A point's round of a year with its groups and signatures, as the reader sees them.
     *
     * @throws Refused {@link DebtRefusal#UNKNOWN_DEBT_ROUND}
     */
    Signed get(Actor reader, String year, String point) {
        int wanted = year.matches("[0-9]{4}") ? Integer.parseInt(year) : 0;
        return db.sql(ROUND)
                .param("year", wanted)
                .param("point", point)
                .query((row, n) -> new Signed(
                        row.getLong("id"),
                        row.getInt("year"),
                        new Point(
                                row.getLong("point_id"),
                                row.getString("code"),
                                row.getString("name"),
                                row.getObject("open_day", LocalDate.class)),
                        row.getObject("taken_on", LocalDate.class),
                        groups(reader, row.getLong("id")),
                        above(row.getLong("id"))))
                .optional()
                .orElseThrow(() -> new Refused(DebtRefusal.UNKNOWN_DEBT_ROUND));
    }

    private List<OfGroup> groups(Actor reader, long round) {
        return db.sql(GROUPS)
                .param("round", round)
                .param("reader", reader.personId())
                .query((row, n) -> new OfGroup(
                        row.getObject("id", Long.class),
                        row.getString("code"),
                        row.getString("name"),
                        new Counted(
                                row.getInt("debts"),
                                row.getInt("classified"),
                                new Dong(row.getLong("principal")),
                                row.getBoolean("by_reader")),
                        row.getObject("signed_on", LocalDate.class),
                        row.getString("role")))
                .list();
    }

    private List<Above> above(long round) {
        return db.sql(ABOVE)
                .param("round", round)
                .query((row, n) -> new Above(
                        Level.valueOf(row.getString("level")),
                        row.getObject("signed_on", LocalDate.class),
                        row.getString("role"),
                        row.getString("minutes")))
                .list();
    }

    /** Signs. */
    void sign(Actor actor, UUID key, Signed round, Signature signature) {
        db.sql(SIGN)
                .param("round", round.id())
                .param("point", round.point().id())
                .param("level", signature.level().name())
                .param("group", signature.group())
                .param("debts", signature.debts())
                .param("principal", signature.principal().amount())
                .param("minutes", signature.minutes())
                .param("day", round.point().openDay())
                .param("human", actor.personId())
                .param("role", actor.role().name())
                .param("key", key)
                .update();
    }

    record Point(long id, String code, String name, LocalDate openDay) {}

    /** Debts of a group, those that are classified, and whether the reader classified one of them. */
    record Counted(int debts, int classified, Dong principal, boolean byReader) {

        public boolean isWhole() {
            return debts == classified;
        }
    }

    /** A group of a round; one without an identifier is what was lent directly. */
    record OfGroup(
            @Nullable Long id,
            @Nullable String code,
            @Nullable String name,
            Counted counted,
            @Nullable LocalDate signedOn,
            @Nullable String role) {}

    /** Whose signature it is, from below: each signs when those before have. */
    enum Level {
        GROUP,
        COMMUNE,
        OFFICE
    }

    /** The commune's signature, or the bank's with its minutes. */
    record Above(
            Level level,
            LocalDate signedOn,
            String role,
            @Nullable String minutes) {}

    /** What is signed for. */
    record Signature(
            Level level,
            @Nullable Long group,
            int debts,
            Dong principal,
            @Nullable String minutes) {}

    /** A round and who signed it. */
    record Signed(long id, int year, Point point, LocalDate takenOn, List<OfGroup> groups, List<Above> above) {

        public int debts() {
            return groups.stream().mapToInt(each -> each.counted().debts()).sum();
        }

        public int classified() {
            return groups.stream().mapToInt(each -> each.counted().classified()).sum();
        }

        Dong principal() {
            return Dong.sum(
                    groups.stream().map(each -> each.counted().principal()).toList());
        }

        /** The groups of members; what was lent directly is none. */
        public List<OfGroup> ofMembers() {
            return groups.stream().filter(each -> each.id() != null).toList();
        }

        public @Nullable Above commune() {
            return level(Level.COMMUNE);
        }

        public @Nullable Above office() {
            return level(Level.OFFICE);
        }

        private @Nullable Above level(Level wanted) {
            return above.stream()
                    .filter(each -> each.level() == wanted)
                    .findFirst()
                    .orElse(null);
        }
    }
}
