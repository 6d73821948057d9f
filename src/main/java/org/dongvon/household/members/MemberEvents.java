package org.dongvon.household.members;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.dongvon.household.IdentityNumber;
import org.dongvon.household.IdentityOfPerson;
import org.dongvon.household.members.AddMember.NewMember;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Writes what happens to the members of a household. */
@Repository
class MemberEvents {

    private static final String ADD_PERSON = """
            insert into household.person (household_id, point_id, full_name, born_on, born_year_only, sex, ethnic_group,
                                          identity_encrypted, identity_last4, identity_key, identity_hash, identity_digits)
            values (:household, :point, :name, :born, :year_only, :sex, :ethnic, decode(:identity, 'hex'), :last4, :key,
                    decode(:hash, 'hex'), :digits)
            returning id
            """;

    private static final String ADD_EVENT = """
            insert into household.member_event (household_id, person_id, point_id, kind, relation, cause, happened_on, submission)
            values (:household, :person, :point, :kind, :relation, :cause, :day, :key)
            """;

    // Not as the reading role, which sees no hashes.
    private static final String HOLDERS = """
            select p.id, h.code as household,
                   (select max(e.happened_on) from household.member_event e where e.person_id = p.id) as changed_on
              from household.person p
              join household.household h on h.id = p.household_id
             where p.identity_hash = decode(:hash, 'hex')
             order by h.code <> :household, p.id
             limit 1
            """;

    private static final String ETHNIC_GROUPS = """
            select code, name from household.ethnic_group order by code
            """;

    private final IdentityOfPerson identities;
    private final JdbcClient db;

    MemberEvents(IdentityOfPerson identities, JdbcClient db) {
        this.identities = identities;
        this.db = db;
    }

    /** Whoever of the scope has an identity number already; one of the household before all others. */
    Optional<Holder> holder(HouseholdFile file, IdentityNumber number) {
        return db.sql(HOLDERS)
                .param("hash", identities.hash(number))
                .param("household", file.code())
                .query(Holder.class)
                .optional();
    }

    /** Registers a person of the household; returns the identifier. */
    long register(HouseholdFile file, NewMember member) {
        var stored = identities.stored(member.identity());
        return db.sql(ADD_PERSON)
                .param("household", file.id())
                .param("point", file.place().pointId())
                .param("name", member.name())
                .param("born", member.born().on())
                .param("year_only", member.born().yearOnly())
                .param("sex", member.sex().name())
                .param("ethnic", member.ethnicGroup())
                .param("identity", stored.encrypted())
                .param("last4", stored.last4())
                .param("key", stored.key())
                .param("hash", stored.hash())
                .param("digits", stored.digits())
                .query(Long.class)
                .single();
    }

    void joined(HouseholdFile file, long person, Relation relation, LocalDate day, UUID key) {
        add(file, person, new What("JOINED", relation.name(), null), day, key);
    }

    void becameHead(HouseholdFile file, long person, LocalDate day, UUID key) {
        add(file, person, new What("RELATED", Relation.HEAD.name(), null), day, key);
    }

    void left(HouseholdFile file, long person, Cause cause, LocalDate day, UUID key) {
        add(file, person, new What("LEFT", null, cause.name()), day, key);
    }

    List<EthnicGroup> ethnicGroups() {
        return db.sql(ETHNIC_GROUPS)
                .query((row, n) -> new EthnicGroup(row.getString("code"), row.getString("name")))
                .list();
    }

    private void add(HouseholdFile file, long person, What what, LocalDate day, UUID key) {
        db.sql(ADD_EVENT)
                .param("household", file.id())
                .param("person", person)
                .param("point", file.place().pointId())
                .param("kind", what.kind())
                .param("relation", what.relation())
                .param("cause", what.cause())
                .param("day", day)
                .param("key", key)
                .update();
    }

    private record What(
            String kind,
            @Nullable String relation,
            @Nullable String cause) {}

    /** Who has an identity number, and the day of the last thing that happened to them. */
    record Holder(long id, String household, @Nullable LocalDate changedOn) {}

    /** One of the country's 54. */
    record EthnicGroup(String code, String name) {}
}
