package org.dongvon.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.text.Normalizer;
import java.time.LocalDate;
import org.dongvon.organisation.BusinessDays;
import org.dongvon.organisation.OrganisationRefusal;
import org.dongvon.organisation.RegisterUnits;
import org.dongvon.organisation.RegisterUnits.PointPlace;
import org.dongvon.organisation.Unit;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Refusal;
import org.dongvon.shared.Refused;
import org.dongvon.shared.Role;
import org.dongvon.shared.Scope;
import org.dongvon.shared.SharedRefusal;
import org.dongvon.support.OwnerDb;
import org.dongvon.support.PostgresTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

@PostgresTest
class AccountsDbTest {

    private static final LocalDate ALWAYS = LocalDate.of(2003, 1, 1);
    private static final String PASSWORD = "twelve chars";
    private static int number;

    private final Accounts accounts;
    private final RegisterUnits units;
    private final BusinessDays days;
    private final JdbcClient db;
    private final OwnerDb owner;

    private long country;
    private long province;
    private long office;
    private long direct;
    private long point;
    private long pointElsewhere;

    AccountsDbTest(Accounts accounts, RegisterUnits units, BusinessDays days, JdbcClient db, OwnerDb owner) {
        this.accounts = accounts;
        this.units = units;
        this.days = days;
        this.db = db;
        this.owner = owner;
    }

    @BeforeEach
    void aProvinceWithTwoOffices() {
        int n = ++number;
        country = units.register("C" + n, Unit.Kind.COUNTRY, "Việt Nam", null, ALWAYS);
        province = units.register("P" + n, Unit.Kind.PROVINCE, "Hải Phòng", country, ALWAYS);
        office = units.register("O" + n, Unit.Kind.OFFICE, "PGD Lê Chân", province, ALWAYS);
        direct = point("D" + n, office, null);
        point = point("X" + n, office, 18);
        var other = units.register("Q" + n, Unit.Kind.OFFICE, "PGD An Dương", province, ALWAYS);
        pointElsewhere = point("Y" + n, other, 5);
        days.openFirst(office, LocalDate.of(2024, 5, 18));
    }

    @Test
    void givesAnOfficesPeopleTheScopeOfItsPoints() {
        var id = create("ha" + number, Role.TELLER, office);

        var actor = accounts.actor("ha" + number);

        assertThat(actor)
                .isEqualTo(new Actor(
                        id,
                        actor.personId(),
                        "ha" + number,
                        "Lê Thu Hà",
                        Role.TELLER,
                        office,
                        Scope.of(direct, point)));
    }

    @Test
    void givesAnAuditorTheScopeOfTheProvinceOrTheCountry() {
        create("province" + number, Role.AUDITOR, province);
        create("country" + number, Role.AUDITOR, country);

        assertThat(accounts.actor("province" + number).scope()).isEqualTo(Scope.of(direct, point, pointElsewhere));
        assertThat(accounts.actor("province" + number).officeId()).isZero();
        assertThat(accounts.actor("country" + number).scope()).isEqualTo(Scope.COUNTRY);
    }

    @Test
    void keepsNamesNormalisedAndPasswordsHashed() {
        var decomposed = Normalizer.normalize(" Đỗ Thị Sến ", Normalizer.Form.NFD);
        var id = accounts.create(
                Actor.SYSTEM, new NewAccount("sen" + number, decomposed, Role.CONTROLLER, office), PASSWORD);

        assertThat(accounts.actor("sen" + number).name()).isEqualTo("Đỗ Thị Sến");
        assertThat(owner.sql("select password_hash from identity.account where id = :id")
                        .param("id", id)
                        .query(String.class)
                        .single())
                .startsWith("$argon2id$v=19$m=16384,t=2,p=1$")
                .doesNotContain(PASSWORD);
    }

    @Test
    void refusesWhatIsNoAccount() {
        create("taken" + number, Role.TELLER, office);

        refuses(new NewAccount("taken" + number, "A", Role.TELLER, office), PASSWORD, IdentityRefusal.LOGIN_TAKEN);
        refuses(new NewAccount("Hà", "A", Role.TELLER, office), PASSWORD, IdentityRefusal.LOGIN_NOT_PLAIN);
        refuses(new NewAccount("a", "A", Role.TELLER, office), PASSWORD, IdentityRefusal.LOGIN_NOT_PLAIN);
        refuses(new NewAccount("b".repeat(33), "A", Role.TELLER, office), PASSWORD, IdentityRefusal.LOGIN_NOT_PLAIN);
        refuses(new NewAccount("new", "  ", Role.TELLER, office), PASSWORD, IdentityRefusal.NAME_MISSING);
        refuses(new NewAccount("new", "A", Role.TELLER, office), "eleven char", IdentityRefusal.PASSWORD_LENGTH);
        refuses(new NewAccount("new", "A", Role.TELLER, office), "x".repeat(129), IdentityRefusal.PASSWORD_LENGTH);
        refuses(new NewAccount("new", "A", Role.SYSTEM, office), PASSWORD, IdentityRefusal.ROLE_NOT_FOR_PEOPLE);
        refuses(new NewAccount("new", "A", Role.TELLER, province), PASSWORD, IdentityRefusal.ROLE_NEEDS_OTHER_UNIT);
        refuses(new NewAccount("new", "A", Role.AUDITOR, point), PASSWORD, IdentityRefusal.ROLE_NEEDS_OTHER_UNIT);
        refuses(new NewAccount("new", "A", Role.TELLER, 404), PASSWORD, OrganisationRefusal.UNKNOWN_UNIT);
    }

    @Test
    void letsOnlyTheOperatorMakeAccounts() {
        create("director" + number, Role.DIRECTOR, office);
        var director = accounts.actor("director" + number);

        assertThatThrownBy(() -> accounts.create(director, new NewAccount("mine", "A", Role.TELLER, office), PASSWORD))
                .isInstanceOfSatisfying(
                        Refused.class, e -> assertThat(e.refusal()).isEqualTo(SharedRefusal.ROLE_MAY_NOT));
    }

    @Test
    void knowsNobodyWhoseAccountIsClosed() {
        var id = create("gone" + number, Role.TELLER, office);
        owner.sql("update identity.account set active = false where id = :id")
                .param("id", id)
                .update();

        for (var login : new String[] {"gone" + number, "never", ""}) {
            assertThatThrownBy(() -> accounts.actor(login))
                    .isInstanceOfSatisfying(
                            Refused.class, e -> assertThat(e.refusal()).isEqualTo(IdentityRefusal.UNKNOWN_LOGIN));
        }
        assertThat(accounts.holders())
                .extracting(holder -> holder.account().login())
                .doesNotContain("gone" + number);
    }

    @Test
    void hasNoRightToDeleteOrToPromote() {
        create("teller" + number, Role.TELLER, office);

        for (var sql : new String[] {
            "delete from identity.account",
            "update identity.account set login = 'x'",
            "update identity.account set person_id = 1",
            "delete from identity.role_grant",
            "update identity.role_grant set role = 'DIRECTOR'",
            "update identity.role_grant set unit_id = 1",
            "update identity.role_grant set valid_through = null",
            "update identity.role_rule set ends = false",
            "delete from identity.role_conflict",
        }) {
            assertThatThrownBy(() -> db.sql(sql).update())
                    .as(sql)
                    .isInstanceOf(DataAccessException.class)
                    .rootCause()
                    .hasMessageContaining("permission denied");
        }
    }

    private long create(String login, Role role, long unit) {
        return accounts.create(Actor.SYSTEM, new NewAccount(login, "Lê Thu Hà", role, unit), PASSWORD);
    }

    private void refuses(NewAccount account, String password, Refusal expected) {
        assertThatThrownBy(() -> accounts.create(Actor.SYSTEM, account, password))
                .as("%s", account)
                .isInstanceOfSatisfying(
                        Refused.class, e -> assertThat(e.refusal()).isEqualTo(expected));
    }

    private long point(String code, long officeId, @org.jspecify.annotations.Nullable Integer sessionDay) {
        var id = units.register(code, Unit.Kind.POINT, code, officeId, ALWAYS);
        units.placePoint(id, new PointPlace(officeId, null, sessionDay, "Trụ sở"));
        return id;
    }
}
