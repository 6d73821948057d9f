package org.dongvon.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.UUID;
import org.dongvon.organisation.BusinessDays;
import org.dongvon.organisation.RegisterUnits;
import org.dongvon.organisation.RegisterUnits.PointPlace;
import org.dongvon.organisation.Unit.Kind;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Refusal;
import org.dongvon.shared.Refused;
import org.dongvon.shared.Role;
import org.dongvon.shared.change.Approved.Basis;
import org.dongvon.shared.change.ChangeRefusal;
import org.dongvon.shared.change.DecideChange;
import org.dongvon.shared.change.Facts;
import org.dongvon.shared.change.RequestChange;
import org.dongvon.shared.change.RequestChange.Proposal;
import org.dongvon.support.PostgresTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Roles are given and ended, and accounts closed, by two persons of the unit. */
@PostgresTest
class AccountChangesDbTest {

    private static final LocalDate ALWAYS = LocalDate.of(2003, 1, 1);
    private static final LocalDate TODAY = LocalDate.of(2024, 5, 18);
    private static int number;

    private final Accounts accounts;
    private final RequestChange request;
    private final DecideChange decide;
    private final RegisterUnits units;
    private final BusinessDays days;

    private String office = "";
    private String elsewhere = "";
    private Actor administrator = Actor.SYSTEM;
    private Actor second = Actor.SYSTEM;
    private Actor director = Actor.SYSTEM;
    private String teller = "";
    private long tellerId;

    AccountChangesDbTest(
            Accounts accounts, RequestChange request, DecideChange decide, RegisterUnits units, BusinessDays days) {
        this.accounts = accounts;
        this.request = request;
        this.decide = decide;
        this.units = units;
        this.days = days;
    }

    @BeforeEach
    void anOfficeWithTwoAdministratorsAndADirector() {
        int n = ++number;
        var province = units.register("P" + n, Kind.PROVINCE, "Hà Tĩnh", null, ALWAYS);
        office = "O" + n;
        elsewhere = "Q" + n;
        long here = office(office, province);
        long there = office(elsewhere, province);
        administrator = hire("quantri" + n, Role.ADMINISTRATOR, here);
        second = hire("quantri-hai" + n, Role.ADMINISTRATOR, here);
        director = hire("giamdoc" + n, Role.DIRECTOR, here);
        var hired = hire("giaodich" + n, Role.TELLER, here);
        teller = hired.login();
        tellerId = hired.id();
        hire("giamdoc-kia" + n, Role.DIRECTOR, there);
    }

    @Test
    void aRoleIsHeldOnceTheSecondPersonHasAgreed() {
        long id = ask(administrator, AccountChanges.GIVE_ROLE, teller, role(Role.LEADER, office));
        assertThat(roles()).containsExactly(Role.TELLER);

        refuses(ChangeRefusal.OWN_CHANGE, () -> decide.approve(administrator, UUID.randomUUID(), id));
        assertThat(roles()).containsExactly(Role.TELLER);
        decide.approve(director, UUID.randomUUID(), id);

        assertThat(roles()).containsExactly(Role.TELLER, Role.LEADER);
    }

    @Test
    void anotherAdministratorMayBeTheSecondPerson() {
        decide.approve(
                second,
                UUID.randomUUID(),
                ask(administrator, AccountChanges.GIVE_ROLE, teller, role(Role.ACCOUNTANT, office)));

        assertThat(roles()).containsExactly(Role.TELLER, Role.ACCOUNTANT);
    }

    @Test
    void nobodyElseAsksOrAgrees() {
        var wanted = role(Role.LEADER, office);
        refuses(ChangeRefusal.ROLE_MAY_NOT_ASK, () -> ask(director, AccountChanges.GIVE_ROLE, teller, wanted));
        long id = ask(administrator, AccountChanges.GIVE_ROLE, teller, wanted);
        refuses(
                ChangeRefusal.ROLE_MAY_NOT_APPROVE,
                () -> decide.approve(accounts.actor("kiemsoat" + number), UUID.randomUUID(), id),
                () -> hire("kiemsoat" + number, Role.CONTROLLER, director.officeId()));
        refuses(
                ChangeRefusal.UNKNOWN_CHANGE,
                () -> decide.approve(accounts.actor("giamdoc-kia" + number), UUID.randomUUID(), id));
    }

    @Test
    void rolesAreGivenBelowTheAdministratorsOwnUnitOnly() {
        refuses(
                IdentityRefusal.UNIT_NOT_YOURS,
                () -> ask(administrator, AccountChanges.GIVE_ROLE, teller, role(Role.TELLER, elsewhere)));
        refuses(
                IdentityRefusal.UNIT_NOT_YOURS,
                () -> ask(administrator, AccountChanges.GIVE_ROLE, teller, role(Role.AUDITOR, "P" + number)));
    }

    @Test
    void nobodyDecidesOnThemselves() {
        refuses(
                IdentityRefusal.NOT_TO_ONESELF,
                () -> ask(administrator, AccountChanges.GIVE_ROLE, administrator.login(), role(Role.TELLER, office)));
        long id = ask(administrator, AccountChanges.GIVE_ROLE, director.login(), role(Role.LEADER, office));
        refuses(IdentityRefusal.NOT_TO_ONESELF, () -> decide.approve(director, UUID.randomUUID(), id));
    }

    @Test
    void whatTheRulesForbidIsRefusedWhenAskedAndAgainWhenAgreed() {
        refuses(
                IdentityRefusal.ROLES_CONFLICT,
                () -> ask(administrator, AccountChanges.GIVE_ROLE, teller, role(Role.CONTROLLER, office)));
        long officer = ask(administrator, AccountChanges.GIVE_ROLE, teller, role(Role.CREDIT_OFFICER, office));
        long fund = ask(administrator, AccountChanges.GIVE_ROLE, teller, role(Role.ACCOUNTANT, office));
        decide.approve(director, UUID.randomUUID(), officer);
        decide.approve(director, UUID.randomUUID(), fund);

        assertThat(roles()).containsExactly(Role.TELLER, Role.CREDIT_OFFICER, Role.ACCOUNTANT);
    }

    @Test
    void aRoleEndsAtOnceWhenTheSecondPersonAgrees() {
        var grant = accounts.grants(account()).getFirst().id();
        var ended = Facts.none().word("state", AccountChanges.ROLE_ENDED);
        long id = ask(administrator, AccountChanges.END_ROLE, Long.toString(grant), ended);
        assertThat(roles()).containsExactly(Role.TELLER);

        decide.approve(director, UUID.randomUUID(), id);

        assertThat(roles()).isEmpty();
        refuses(
                ChangeRefusal.CHANGES_NOTHING,
                () -> ask(administrator, AccountChanges.END_ROLE, Long.toString(grant), ended));
    }

    @Test
    void aClosedAccountHoldsNothingAndLogsInNoMore() {
        long id = ask(
                administrator,
                AccountChanges.CLOSE_ACCOUNT,
                teller,
                Facts.none().word("state", AccountChanges.ACCOUNT_CLOSED));
        decide.approve(second, UUID.randomUUID(), id);

        refuses(IdentityRefusal.UNKNOWN_LOGIN, () -> accounts.actor(teller));
        refuses(
                IdentityRefusal.UNKNOWN_LOGIN,
                () -> ask(administrator, AccountChanges.GIVE_ROLE, teller, role(Role.TELLER, office)));
    }

    private Facts role(Role role, String unit) {
        return Facts.none()
                .word("role", "role." + role.name())
                .text("unit", unit)
                .date("from", TODAY);
    }

    private long ask(Actor maker, String kind, String subject, Facts wanted) {
        return request.run(
                maker, new Proposal(UUID.randomUUID(), kind, subject, wanted, new Basis("phân công lại", null, null)));
    }

    private long account() {
        return accounts.actor(teller).id();
    }

    private java.util.List<Role> roles() {
        return accounts.grants(tellerId).stream().map(Grant::role).toList();
    }

    private long office(String code, long province) {
        var id = units.register(code, Kind.OFFICE, "PGD " + code, province, ALWAYS);
        var direct = units.register(code + "-00", Kind.POINT, code, id, ALWAYS);
        units.placePoint(direct, new PointPlace(id, null, null, "Trụ sở"));
        days.openFirst(id, TODAY);
        return id;
    }

    private Actor hire(String login, Role role, long unit) {
        accounts.create(Actor.SYSTEM, new NewAccount(login, "Lê Thu Hà", role, unit), "twelve chars");
        return accounts.actor(login);
    }

    private static void refuses(Refusal refusal, Runnable work, Runnable... before) {
        for (var each : before) {
            each.run();
        }
        assertThatThrownBy(work::run)
                .isInstanceOfSatisfying(
                        Refused.class, e -> assertThat(e.refusal()).isEqualTo(refusal));
    }
}
