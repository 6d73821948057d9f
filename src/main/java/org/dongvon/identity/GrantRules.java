package org.dongvon.identity;

import java.util.List;
import java.util.Optional;
import org.dongvon.organisation.Unit;
import org.dongvon.organisation.Units;
import org.dongvon.shared.NarrowedTo;
import org.dongvon.shared.Refused;
import org.dongvon.shared.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What each role is, and what a grant of it must keep. The table's triggers keep the same. */
@Repository
class GrantRules {

    private static final String RULES = """
            select role, unit_kinds, association, one_group, one_person, ends from identity.role_rule order by ordinal
            """;

    private static final String CONFLICT = """
            select c.role, u.name, c.rule
              from identity.conflicts(:human, :role, :unit, cast(:from as date), cast(:through as date)) c
              join organisation.unit u on u.id = c.unit_id
             order by c.grant_id
             limit 1
            """;

    private final JdbcClient db;
    private final Units units;

    GrantRules(JdbcClient db, Units units) {
        this.db = db;
        this.units = units;
    }

    /**
     * Checks a grant by itself.
     *
     * @throws Refused {@link IdentityRefusal#ROLE_NOT_FOR_PEOPLE}, {@link IdentityRefusal#ROLE_NEEDS_OTHER_UNIT},
     *     {@link IdentityRefusal#NARROWING_MISSING}, {@link IdentityRefusal#NARROWING_NOT_FOR_ROLE}, {@link
     *     IdentityRefusal#END_MISSING}, {@link IdentityRefusal#END_BEFORE_START}
     */
    void check(NewGrant grant) {
        var rule = rules().stream()
                .filter(each -> each.role() == grant.role())
                .findFirst()
                .orElseThrow(() -> new Refused(IdentityRefusal.ROLE_NOT_FOR_PEOPLE, grant.role()));
        var unit = units.get(grant.unitId());
        if (!rule.kinds().contains(unit.kind())) {
            throw new Refused(IdentityRefusal.ROLE_NEEDS_OTHER_UNIT, grant.role(), unit.name());
        }
        checkNarrowing(rule, grant);
        var through = grant.through();
        if (through == null && rule.ends()) {
            throw new Refused(IdentityRefusal.END_MISSING, grant.role());
        }
        if (through != null && through.isBefore(grant.from())) {
            throw new Refused(IdentityRefusal.END_BEFORE_START, through, grant.from());
        }
    }

    private static void checkNarrowing(Rule rule, NewGrant grant) {
        var narrowing = grant.narrowing();
        checkNeed(rule, rule.association(), narrowing.association());
        checkNeed(rule, rule.group(), narrowing.groupId());
        checkNeed(rule, rule.person(), narrowing.personId());
    }

    private static void checkNeed(Rule rule, Needed needed, @Nullable Object given) {
        if (needed.need() == Need.MUST && given == null) {
            throw new Refused(IdentityRefusal.NARROWING_MISSING, rule.role(), needed.what());
        }
        if (needed.need() == Need.NEVER && given != null) {
            throw new Refused(IdentityRefusal.NARROWING_NOT_FOR_ROLE, rule.role(), needed.what());
        }
    }

    /**
     * Checks a grant beside the others of the same human being.
     *
     * @throws Refused {@link IdentityRefusal#ROLES_CONFLICT}
     */
    void checkBeside(long personId, NewGrant grant) {
        conflict(personId, grant).ifPresent(other -> {
            throw new Refused(IdentityRefusal.ROLES_CONFLICT, grant.role(), other.role(), other.unit());
        });
    }

    private Optional<Conflict> conflict(long personId, NewGrant grant) {
        return db.sql(CONFLICT)
                .param("human", personId)
                .param("role", grant.role().name())
                .param("unit", grant.unitId())
                .param("from", grant.from())
                .param("through", grant.through())
                .query((row, n) -> new Conflict(Role.valueOf(row.getString("role")), row.getString("name")))
                .optional();
    }

    /** All roles of people, in the order of lists. */
    List<Rule> rules() {
        return db.sql(RULES)
                .query((row, n) -> new Rule(
                        Role.valueOf(row.getString("role")),
                        List.of((String[]) row.getArray("unit_kinds").getArray()).stream()
                                .map(Unit.Kind::valueOf)
                                .toList(),
                        new Needed(NarrowedTo.ASSOCIATION, Need.valueOf(row.getString("association"))),
                        new Needed(NarrowedTo.GROUP, Need.valueOf(row.getString("one_group"))),
                        new Needed(NarrowedTo.PERSON, Need.valueOf(row.getString("one_person"))),
                        row.getBoolean("ends")))
                .list();
    }

    /** Whether a grant of a role names something. */
    enum Need {
        NEVER,
        MAY,
        MUST
    }

    record Needed(NarrowedTo what, Need need) {}

    /** A role, where it is held, and what a grant of it names. */
    record Rule(Role role, List<Unit.Kind> kinds, Needed association, Needed group, Needed person, boolean ends) {}

    private record Conflict(Role role, String unit) {}
}
