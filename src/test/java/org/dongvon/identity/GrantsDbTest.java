package org.dongvon.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.dongvon.organisation.BusinessDays;
import org.dongvon.organisation.RegisterUnits;
import org.dongvon.organisation.RegisterUnits.PointPlace;
import org.dongvon.organisation.Staff;
import org.dongvon.organisation.Unit.Kind;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Narrowing;
import org.dongvon.shared.Refused;
import org.dongvon.shared.Role;
import org.dongvon.shared.Scope;
import org.dongvon.support.OwnerDb;
import org.dongvon.support.PostgresTest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a grant must keep, once by the rules and once by the table alone. */
@PostgresTest
class GrantsDbTest {

    private static final LocalDate ALWAYS = LocalDate.of(2003, 1, 1);
    private static final Set<Role> LENDING =
            Set.of(Role.LEADER, Role.TELLER, Role.CONTROLLER, Role.CREDIT_OFFICER, Role.DIRECTOR, Role.MANAGER);

    private static LocalDate today = LocalDate.of(2024, 5, 18);
    private static int number;

    private final Accounts accounts;
    private final Grants grants;
    private final GrantRules rules;
    private final RegisterUnits units;
    private final BusinessDays days;
    private final Staff staff;
    private final OwnerDb owner;
    private final RawGrants raw;

    private final Map<Kind, Long> places = new EnumMap<>(Kind.class);
    private long otherOffice;
    private long point;
    private int people;

    GrantsDbTest(
            Accounts accounts,
            Grants grants,
            GrantRules rules,
            RegisterUnits units,
            BusinessDays days,
            Staff staff,
            OwnerDb owner) {
        this.accounts = accounts;
        this.grants = grants;
        this.rules = rules;
        this.units = units;
        this.days = days;
        this.staff = staff;
        this.owner = owner;
        this.raw = new RawGrants(owner);
    }

    @BeforeEach
    void aProvinceWithTwoOffices() {
        int n = ++number;
        var country = units.register("VN" + n, Kind.COUNTRY, "Việt Nam", null, ALWAYS);
        var province = units.register("P" + n, Kind.PROVINCE, "Hà Tĩnh", country, ALWAYS);
        var office = units.register("O" + n, Kind.OFFICE, "PGD Hương Khê", province, ALWAYS);
        var commune = units.register("C" + n, Kind.COMMUNE, "Xã Phúc Trạch", province, ALWAYS);
        point = units.register("X" + n, Kind.POINT, "Điểm Phúc Trạch", office, ALWAYS);
        units.placePoint(point, new PointPlace(office, commune, 8, "Nhà văn hóa"));
        otherOffice = units.register("Q" + n, Kind.OFFICE, "PGD Vũ Quang", province, ALWAYS);
        var far = units.register("Y" + n, Kind.POINT, "Điểm Vũ Quang", otherOffice, ALWAYS);
        units.placePoint(far, new PointPlace(otherOffice, null, 9, "Nhà văn hóa"));
        var hamlet = units.register("H" + n, Kind.HAMLET, "thôn 1", commune, ALWAYS);
        places.putAll(Map.of(
                Kind.COUNTRY, country,
                Kind.PROVINCE, province,
                Kind.OFFICE, office,
                Kind.COMMUNE, commune,
                Kind.POINT, point,
                Kind.HAMLET, hamlet));
        days.openFirst(office, today);
    }

    @Test
    void eachRoleIsHeldAtItsKindsOfUnitOnly() {
        for (var rule : rules.rules()) {
            for (var kind : Kind.values()) {
                var grant = fitting(rule.role(), kind);
                if (rule.kinds().contains(kind)) {
                    give(somebody(), grant);
                } else {
                    refuses(somebody(), grant, IdentityRefusal.ROLE_NEEDS_OTHER_UNIT, "role_grant_unit_fits_role");
                }
            }
        }
        assertThat(rules.rules()).extracting(GrantRules.Rule::role).hasSize(Role.values().length - 1);
    }

    @Test
    void aGroupHeadHasOneGroupAndAssociationStaffOneAssociation() {
        refuses(
                somebody(),
                grant(Role.GROUP_HEAD, point, Narrowing.NONE),
                IdentityRefusal.NARROWING_MISSING,
                "role_grant_narrowing_fits_role");
        refuses(
                somebody(),
                grant(Role.ASSOCIATION_STAFF, point, Narrowing.ofGroup(7)),
                IdentityRefusal.NARROWING_MISSING,
                "role_grant_narrowing_fits_role");
        refuses(
                somebody(),
                grant(Role.TELLER, place(Kind.OFFICE), Narrowing.ofPerson(7)),
                IdentityRefusal.NARROWING_NOT_FOR_ROLE,
                "role_grant_narrowing_fits_role");
        var head = somebody();
        give(head, grant(Role.GROUP_HEAD, point, Narrowing.ofGroup(7)));
        assertThat(accounts.actor(head.login()).scope())
                .isEqualTo(Scope.of(point).narrowedTo(Narrowing.ofGroup(7)));
    }

    @Test
    void anInspectorsGrantEndsAndHoldsThroughItsLastDay() {
        var office = place(Kind.OFFICE);
        refuses(
                somebody(),
                new NewGrant(Role.INSPECTOR, office, Narrowing.NONE, today, null),
                IdentityRefusal.END_MISSING,
                "role_grant_names_its_end");
        refuses(
                somebody(),
                new NewGrant(Role.INSPECTOR, office, Narrowing.NONE, today, today.minusDays(1)),
                IdentityRefusal.END_BEFORE_START,
                "role_grant_period_forward");
        var inspector = somebody();
        var later = somebody();
        give(inspector, new NewGrant(Role.INSPECTOR, office, Narrowing.NONE, today, today.plusDays(1)));
        give(later, new NewGrant(Role.AUDITOR, office, Narrowing.NONE, today.plusDays(2), null));

        assertThat(accounts.signedIn(inspector.id(), null)).isPresent();
        assertThat(accounts.signedIn(later.id(), null)).isEmpty();
        openNext(1);
        assertThat(accounts.signedIn(inspector.id(), null)).isPresent();
        assertThat(accounts.signedIn(later.id(), null)).isEmpty();
        openNext(1);
        assertThat(accounts.signedIn(inspector.id(), null)).isEmpty();
        assertThat(accounts.signedIn(later.id(), null)).isPresent();
    }

    @Test
    void whoEntersDoesNotApproveWhereBothMeet() {
        var office = place(Kind.OFFICE);
        var teller = somebody();
        var first = give(teller, grant(Role.TELLER, office, Narrowing.NONE));

        for (var role : List.of(Role.CONTROLLER, Role.DIRECTOR)) {
            refuses(
                    teller,
                    grant(role, office, Narrowing.NONE),
                    IdentityRefusal.ROLES_CONFLICT,
                    "role_grant_roles_compatible");
        }
        give(teller, grant(Role.CONTROLLER, otherOffice, Narrowing.NONE));
        give(teller, grant(Role.LEADER, office, Narrowing.NONE));
        grants.end(Actor.SYSTEM, first);
        give(teller, grant(Role.CONTROLLER, office, Narrowing.NONE));
    }

    @Test
    void rolesConflictInPeriodsThatOverlapOnly() {
        var office = place(Kind.OFFICE);
        var teller = somebody();
        give(teller, new NewGrant(Role.TELLER, office, Narrowing.NONE, today, today.plusDays(5)));

        refuses(
                teller,
                new NewGrant(Role.CONTROLLER, office, Narrowing.NONE, today.plusDays(5), null),
                IdentityRefusal.ROLES_CONFLICT,
                "role_grant_roles_compatible");
        give(teller, new NewGrant(Role.CONTROLLER, office, Narrowing.NONE, today.plusDays(6), null));
    }

    @Test
    void whoPreparesInACommuneDoesNotApproveInItsOffice() {
        var officer = somebody();
        give(officer, grant(Role.CREDIT_OFFICER, place(Kind.COMMUNE), Narrowing.NONE));

        refuses(
                officer,
                grant(Role.DIRECTOR, place(Kind.OFFICE), Narrowing.NONE),
                IdentityRefusal.ROLES_CONFLICT,
                "role_grant_roles_compatible");
        give(officer, grant(Role.DIRECTOR, otherOffice, Narrowing.NONE));
    }

    @Test
    void anAdministratorHoldsNoRoleOfBusinessAnywhere() {
        for (var rule : rules.rules()) {
            if (rule.role() != Role.ADMINISTRATOR) {
                var administrator = somebody();
                give(administrator, grant(Role.ADMINISTRATOR, otherOffice, Narrowing.NONE));
                refuses(
                        administrator,
                        fitting(rule.role(), rule.kinds().getFirst()),
                        IdentityRefusal.ROLES_CONFLICT,
                        "role_grant_roles_compatible");
            }
        }
    }

    @Test
    void whoKeepsAFundLendsNowhere() {
        for (var rule : rules.rules()) {
            var fund = somebody();
            give(fund, grant(Role.FUND_OFFICER, otherOffice, Narrowing.NONE));
            if (LENDING.contains(rule.role()) || rule.role() == Role.ADMINISTRATOR) {
                refuses(
                        fund,
                        fitting(rule.role(), rule.kinds().getFirst()),
                        IdentityRefusal.ROLES_CONFLICT,
                        "role_grant_roles_compatible");
            } else {
                give(fund, fitting(rule.role(), rule.kinds().getFirst()));
            }
        }
    }

    @Test
    void aSecondAccountOfTheSamePersonIsTheSamePerson() {
        var teller = somebody();
        give(teller, grant(Role.TELLER, place(Kind.OFFICE), Narrowing.NONE));
        var again = account(teller.personId(), false);

        refuses(
                again,
                grant(Role.CONTROLLER, place(Kind.OFFICE), Narrowing.NONE),
                IdentityRefusal.ROLES_CONFLICT,
                "role_grant_roles_compatible");
    }

    @Test
    void nobodyGivesARoleAloneOrToThemselves() {
        var maker = somebody();
        var checker = somebody();
        var grant = grant(Role.TELLER, place(Kind.OFFICE), Narrowing.NONE);

        assertThat(raw.broken(maker, grant, maker.id(), checker.id())).isEqualTo("role_grant_not_to_oneself");
        assertThat(raw.broken(checker, grant, maker.id(), checker.id())).isEqualTo("role_grant_not_to_oneself");
        assertThat(raw.broken(somebody(), grant, maker.id(), maker.id())).isEqualTo("role_grant_by_two_persons");
        var again = account(maker.personId(), false);
        assertThat(raw.broken(somebody(), grant, maker.id(), again.id())).isEqualTo("role_grant_by_two_persons");
        assertThat(raw.broken(somebody(), grant, maker.id(), 0)).isEqualTo("role_grant_by_two_persons");
        assertThat(raw.broken(somebody(), grant, maker.id(), checker.id())).isEmpty();
    }

    @Test
    void aGrantIsNeverRewrittenAndEndsOnce() {
        var account = somebody();
        var id = give(account, grant(Role.TELLER, place(Kind.OFFICE), Narrowing.NONE));

        for (var sql : List.of(
                "update identity.role_grant set role = 'LEADER' where id = :id",
                "update identity.role_grant set ended_at = now(), ended_by = 0, valid_through = '2030-01-01' where id = :id",
                "delete from identity.role_grant where id = :id")) {
            assertThat(RawGrants.constraint(() -> owner.sql(sql).param("id", id).update()))
                    .isEqualTo("role_grant_only_ends");
        }
        grants.end(Actor.SYSTEM, id);
        assertThatThrownBy(() -> grants.end(Actor.SYSTEM, id))
                .isInstanceOfSatisfying(
                        Refused.class, e -> assertThat(e.refusal()).isEqualTo(IdentityRefusal.GRANT_ENDED));
        assertThat(accounts.signedIn(account.id(), null)).isEmpty();
        assertThatThrownBy(() -> accounts.actor(account.login()))
                .isInstanceOfSatisfying(
                        Refused.class, e -> assertThat(e.refusal()).isEqualTo(IdentityRefusal.NO_ROLE_IN_FORCE));
    }

    @Test
    void aPersonActsUnderOneGrantAtATime() {
        var account = somebody();
        var office = place(Kind.OFFICE);
        var leader = give(account, grant(Role.LEADER, office, Narrowing.NONE));
        var staffHere = give(account, grant(Role.ASSOCIATION_STAFF, otherOffice, Narrowing.ofAssociation("HND")));

        var first = accounts.signedIn(account.id(), null).orElseThrow();
        var second = accounts.signedIn(account.id(), staffHere).orElseThrow();

        assertThat(first.grantId()).isEqualTo(leader);
        assertThat(first.hasChoice()).isTrue();
        assertThat(first.actor().role()).isEqualTo(Role.LEADER);
        assertThat(first.actor().officeId()).isEqualTo(office);
        assertThat(first.unit()).isEqualTo("PGD Hương Khê");
        assertThat(first.above()).isEqualTo("Hà Tĩnh");
        assertThat(second.actor().role()).isEqualTo(Role.ASSOCIATION_STAFF);
        assertThat(second.actor().scope().narrowing()).isEqualTo(Narrowing.ofAssociation("HND"));
        assertThat(accounts.grants(account.id())).extracting(Grant::id).containsExactly(leader, staffHere);
        assertThat(accounts.signedIn(somebody().id(), leader)).isEmpty();
        assertThat(staff.of(office, Role.LEADER)).extracting(Staff.Person::id).containsExactly(account.id());
        grants.end(Actor.SYSTEM, leader);
        assertThat(accounts.signedIn(account.id(), leader)).isEmpty();
        assertThat(accounts.signedIn(account.id(), null).orElseThrow().hasChoice())
                .isFalse();
        assertThat(staff.of(office, Role.LEADER)).isEmpty();
    }

    @Test
    void anAdministratorSeesNothingOfTheBooks() {
        var account = somebody();
        give(account, grant(Role.ADMINISTRATOR, place(Kind.OFFICE), Narrowing.NONE));

        assertThat(accounts.actor(account.login()).scope())
                .isEqualTo(Scope.of(point).narrowedTo(Narrowing.NO_BOOKS));
    }

    private void openNext(int daysLater) {
        today = today.plusDays(daysLater);
        days.moveTo(place(Kind.OFFICE), today);
    }

    private long place(Kind kind) {
        return Objects.requireNonNull(places.get(kind), kind.name());
    }

    private NewGrant grant(Role role, long unit, Narrowing narrowing) {
        return new NewGrant(role, unit, narrowing, today, role == Role.INSPECTOR ? today : null);
    }

    /** A grant that keeps all that the role asks for but, maybe, the kind of unit. */
    private NewGrant fitting(Role role, Kind kind) {
        var narrowing = switch (role) {
            case GROUP_HEAD -> Narrowing.ofGroup(7);
            case ASSOCIATION_STAFF -> Narrowing.ofAssociation("HPN");
            default -> Narrowing.NONE;
        };
        return grant(role, place(kind), narrowing);
    }

    private Account somebody() {
        return account(null, true);
    }

    private Account account(@Nullable Long personId, boolean active) {
        long person = personId != null
                ? personId
                : owner.sql("insert into identity.person default values returning id")
                        .query(Long.class)
                        .single();
        var login = "p" + number + "-" + ++people;
        return owner.sql("""
                insert into identity.account (login, password_hash, full_name, created_by, person_id, active)
                values (:login, '$argon2id$x', 'Lê Thu Hà', 0, :person, :active)
                returning id, person_id, login, full_name
                """)
                .param("login", login)
                .param("person", person)
                .param("active", active)
                .query((row, n) -> {
                    var made = new Account(row.getLong("id"), row.getLong("person_id"), login, "Lê Thu Hà");
                    staff.join(made.id(), made.fullName());
                    return made;
                })
                .single();
    }

    private long give(Account account, NewGrant grant) {
        return grants.give(0, 0, account, grant);
    }

    private void refuses(Account account, NewGrant grant, IdentityRefusal refusal, String constraint) {
        assertThatThrownBy(() -> give(account, grant))
                .as("%s", grant)
                .isInstanceOfSatisfying(
                        Refused.class, e -> assertThat(e.refusal()).isEqualTo(refusal));
        assertThat(raw.broken(account, grant, 0, 0)).as("%s", grant).isEqualTo(constraint);
    }
}
