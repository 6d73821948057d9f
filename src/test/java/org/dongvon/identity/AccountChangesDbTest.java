package org.dongvon.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.UUID;
import org.dongvon.identity.event.Caller;
import org.dongvon.identity.event.SecurityEvent;
import org.dongvon.identity.event.SecurityEvents;
import org.dongvon.organisation.BusinessDays;
import org.dongvon.organisation.RegisterUnits;
import org.dongvon.organisation.RegisterUnits.PointPlace;
import org.dongvon.organisation.Unit.Kind;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Refusal;
import org.dongvon.shared.Refused;
import org.dongvon.shared.Role;
import org.dongvon.shared.SharedRefusal;
import org.dongvon.shared.Transactions;
import org.dongvon.shared.change.Approved.Basis;
import org.dongvon.shared.change.ChangeKinds;
import org.dongvon.shared.change.ChangeRefusal;
import org.dongvon.shared.change.DecideChange;
import org.dongvon.shared.change.Facts;
import org.dongvon.shared.change.RequestChange;
import org.dongvon.shared.change.RequestChange.Proposal;
import org.dongvon.shared.timeline.Subject;
import org.dongvon.shared.timeline.Timelines;
import org.dongvon.support.OwnerDb;
import org.dongvon.support.PostgresTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;
import org.springframework.security.crypto.password.PasswordEncoder;

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
    private final AccountNumbers numbers;
    private final HandOutPassword passwords;
    private final SignInSettings settings;
    private final SecurityEvents events;
    private final PasswordEncoder encoder;
    private final Timelines timelines;
    private final ChangeKinds kinds;
    private final Transactions transactions;
    private final OwnerDb owner;

    private String office = "";
    private String elsewhere = "";
    private Actor administrator = Actor.SYSTEM;
    private Actor second = Actor.SYSTEM;
    private Actor director = Actor.SYSTEM;
    private String teller = "";
    private long tellerId;

    AccountChangesDbTest(ApplicationContext beans, OwnerDb owner) {
        this.accounts = beans.getBean(Accounts.class);
        this.request = beans.getBean(RequestChange.class);
        this.decide = beans.getBean(DecideChange.class);
        this.units = beans.getBean(RegisterUnits.class);
        this.days = beans.getBean(BusinessDays.class);
        this.numbers = beans.getBean(AccountNumbers.class);
        this.passwords = beans.getBean(HandOutPassword.class);
        this.settings = beans.getBean(SignInSettings.class);
        this.events = beans.getBean(SecurityEvents.class);
        this.encoder = beans.getBean(PasswordEncoder.class);
        this.timelines = beans.getBean(Timelines.class);
        this.kinds = beans.getBean(ChangeKinds.class);
        this.transactions = beans.getBean(Transactions.class);
        this.owner = owner;
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
        // Lists of requests are read where nothing may be locked.
        var inbox = transactions.read(
                director, () -> kinds.get(AccountChanges.END_ROLE).describe(Long.toString(grant)));
        assertThat(inbox.vi()).contains(teller);

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

    @Test
    void anAccountIsOpenedByTwoAndItsPasswordHandedOutUntilItsPersonHasCome() {
        var login = "moi" + number;
        long id = ask(administrator, AccountChanges.ADD_ACCOUNT, login, newcomer(Role.LEADER));
        refuses(IdentityRefusal.UNKNOWN_LOGIN, () -> accounts.actor(login));
        refuses(ChangeRefusal.OWN_CHANGE, () -> decide.approve(administrator, UUID.randomUUID(), id));
        refuses(IdentityRefusal.UNKNOWN_LOGIN, () -> passwords.run(administrator, login, Caller.TERMINAL));

        decide.approve(director, UUID.randomUUID(), id);

        assertThat(accounts.actor(login).role()).isEqualTo(Role.LEADER);
        assertThat(timelines
                        .page(director, new Subject(Subject.Kind.ACCOUNT, login), null)
                        .events())
                .extracting(event -> event.what().key())
                .containsExactlyInAnyOrder(
                        "timeline.change.WAITING",
                        "timeline.change.APPROVED",
                        "timeline.account.OPENED",
                        "timeline.account.GIVEN");
        var password = passwords.run(second, login, Caller.TERMINAL);
        assertThat(encoder.matches(password, hash(login))).isTrue();
        assertThat(encoder.matches(passwords.run(administrator, login, Caller.TERMINAL), hash(login)))
                .isTrue();
        assertThat(encoder.matches(password, hash(login))).isFalse();
        refuses(SharedRefusal.ROLE_MAY_NOT, () -> passwords.run(director, login, Caller.TERMINAL));

        events.note(SecurityEvent.LOGGED_IN, accounts.actor(login).id(), Caller.TERMINAL);
        refuses(IdentityRefusal.LOGGED_IN_ALREADY, () -> passwords.run(administrator, login, Caller.TERMINAL));
    }

    @Test
    void nobodyElsesPasswordIsHandedOut() {
        refuses(IdentityRefusal.LOGGED_IN_ALREADY, () -> passwords.run(administrator, teller, Caller.TERMINAL));
        refuses(
                IdentityRefusal.UNKNOWN_LOGIN,
                () -> passwords.run(administrator, "giamdoc-kia" + number, Caller.TERMINAL));
        refuses(
                IdentityRefusal.NOT_TO_ONESELF,
                () -> passwords.run(administrator, administrator.login(), Caller.TERMINAL));
    }

    @Test
    void onePersonHasOneAccountHoweverManyAreAskedFor() {
        long first = ask(administrator, AccountChanges.ADD_ACCOUNT, "mot" + number, newcomer(Role.LEADER));
        long other = ask(administrator, AccountChanges.ADD_ACCOUNT, "hai" + number, newcomer(Role.LEADER));
        decide.approve(director, UUID.randomUUID(), first);

        refuses(IdentityRefusal.PERSON_HAS_ACCOUNT, () -> decide.approve(director, UUID.randomUUID(), other));
        refuses(
                IdentityRefusal.PERSON_HAS_ACCOUNT,
                () -> ask(administrator, AccountChanges.ADD_ACCOUNT, "ba" + number, newcomer(Role.LEADER)));
        refuses(
                IdentityRefusal.LOGIN_TAKEN,
                () -> ask(administrator, AccountChanges.ADD_ACCOUNT, teller, newcomer(Role.LEADER)));
        refuses(
                IdentityRefusal.LOGIN_NOT_PLAIN,
                () -> ask(administrator, AccountChanges.ADD_ACCOUNT, "Hà Lê", newcomer(Role.LEADER)));
    }

    @Test
    void theRequestKeepsNoIdentityNumber() {
        ask(administrator, AccountChanges.ADD_ACCOUNT, "kin" + number, newcomer(Role.LEADER));

        assertThat(owner.sql("select new_facts::text from shared.change_request where subject = 'kin" + number + "'")
                        .query(String.class)
                        .single())
                .contains("••••••••" + identityNumber().substring(8))
                .doesNotContain(identityNumber());
    }

    @Test
    void aRuleOfLoggingInIsChangedByTwoOfTheCountry() {
        long country = units.register("QG" + number, Kind.COUNTRY, "Toàn quốc", null, ALWAYS);
        var maker = hire("tw-mot" + number, Role.ADMINISTRATOR, country);
        var checker = hire("tw-hai" + number, Role.ADMINISTRATOR, country);
        int idle = settings.value("IDLE_MINUTES");
        var wanted = Facts.none().count("value", idle + 1);

        refuses(ChangeRefusal.COUNTRY_ONLY, () -> ask(administrator, AccountChanges.SET_RULE, "IDLE_MINUTES", wanted));
        refuses(
                IdentityRefusal.SETTING_OUT_OF_BOUNDS,
                () -> ask(
                        maker,
                        AccountChanges.SET_RULE,
                        "IDLE_MINUTES",
                        Facts.none().count("value", 721)));
        refuses(
                IdentityRefusal.UNKNOWN_SETTING,
                () -> ask(maker, AccountChanges.SET_RULE, "SECOND_FACTOR.SYSTEM", wanted));
        long id = ask(maker, AccountChanges.SET_RULE, "IDLE_MINUTES", wanted);
        refuses(ChangeRefusal.OWN_CHANGE, () -> decide.approve(maker, UUID.randomUUID(), id));
        refuses(ChangeRefusal.UNKNOWN_CHANGE, () -> decide.approve(second, UUID.randomUUID(), id));
        assertThat(settings.inForce("IDLE_MINUTES")).containsEntry("IDLE_MINUTES", idle);

        decide.approve(checker, UUID.randomUUID(), id);

        assertThat(settings.inForce("IDLE_MINUTES")).containsEntry("IDLE_MINUTES", idle + 1);
        settings.set(Actor.SYSTEM, "IDLE_MINUTES", idle);
    }

    private Facts newcomer(Role role) {
        var facts = numbers.read(identityNumber()).in(Facts.none().text("name", "Trần Văn Mới"));
        return facts.word("role", "role." + role.name()).text("unit", office).date("from", TODAY);
    }

    private static String identityNumber() {
        return "0000%08d".formatted(88_000_000 + number);
    }

    private String hash(String login) {
        return owner.sql("select password_hash from identity.account where login = :login")
                .param("login", login)
                .query(String.class)
                .single();
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
