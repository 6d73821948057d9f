package org.dongvon.identity.secondfactor;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.dongvon.identity.AccountRecovery;
import org.dongvon.identity.Accounts;
import org.dongvon.identity.SignInSettings;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Role;
import org.dongvon.support.Colleagues;
import org.dongvon.support.OwnerDb;
import org.dongvon.support.ServerTest;
import org.dongvon.support.Site;
import org.dongvon.support.Visitor;
import org.junit.jupiter.api.Test;

@ServerTest
class SecondFactorWebTest {

    private static final Pattern RECOVERY_CODE = Pattern.compile("[2-9A-Z]{5}-[2-9A-Z]{5}");

    private final Site site;
    private final Colleagues colleagues;
    private final AccountRecovery recovery;
    private final SignInSettings settings;
    private final OwnerDb owner;

    SecondFactorWebTest(
            Site site, Accounts accounts, AccountRecovery recovery, SignInSettings settings, OwnerDb owner) {
        this.site = site;
        this.colleagues = new Colleagues(site, accounts, owner);
        this.recovery = recovery;
        this.settings = settings;
        this.owner = owner;
    }

    @Test
    void asksForTheCodeOnceItWasTurnedOn() {
        var person = enrol("factor.one");

        var visitor = colleagues.arrive("factor.one");
        assertThat(location(visitor.get("/"))).isEqualTo("/login/code");
        assertThat(visitor.get("/login/code").body()).contains("<h1>Nhập mã xác thực</h1>");

        var in = give(visitor, colleagues.code(person.key(), 1));

        assertThat(in.statusCode()).isEqualTo(303);
        assertThat(visitor.get("/").statusCode()).isEqualTo(200);
    }

    @Test
    void returnsToThePageThatWasAskedForAfterTheCode() {
        var person = enrol("factor.two");
        var visitor = new Visitor(site);
        visitor.get("/programmes?lang=en");
        visitor.get("/login");
        visitor.post("/login", Map.of("user", "factor.two", "password", Colleagues.PASSWORD));

        assertThat(location(give(visitor, colleagues.code(person.key(), 1)))).endsWith("/programmes?lang=en");
    }

    @Test
    void takesACodeOnlyOnce() {
        var person = enrol("factor.three");
        var code = colleagues.code(person.key(), 1);
        assertThat(give(colleagues.arrive("factor.three"), code).statusCode()).isEqualTo(303);

        var again = colleagues.arrive("factor.three");

        assertThat(give(again, code).statusCode()).isEqualTo(422);
        assertThat(location(again.get("/"))).isEqualTo("/login/code");
    }

    @Test
    void takesCodesOfOneStepEitherWayAndNoneBeyond() {
        var person = enrol("factor.four");
        forgetSteps("factor.four");
        assertThat(give(colleagues.arrive("factor.four"), colleagues.code(person.key(), -2))
                        .statusCode())
                .isEqualTo(422);
        assertThat(give(colleagues.arrive("factor.four"), colleagues.code(person.key(), 3))
                        .statusCode())
                .isEqualTo(422);
        assertThat(give(colleagues.arrive("factor.four"), colleagues.code(person.key(), 0))
                        .statusCode())
                .isEqualTo(303);
    }

    @Test
    void locksTheCodesAfterTenWrongOnesAlsoWhenThePasswordIsRightInBetween() {
        var person = enrol("factor.five");
        for (int i = 0; i < 10; i++) {
            assertThat(give(colleagues.arrive("factor.five"), "000000").statusCode())
                    .isEqualTo(422);
        }

        var locked = give(colleagues.arrive("factor.five"), colleagues.code(person.key(), 1));
        var withPaper = give(colleagues.arrive("factor.five"), person.codes().getFirst());

        assertThat(locked.statusCode()).isEqualTo(409);
        assertThat(locked.body()).contains("mã xác thực tạm khóa");
        assertThat(withPaper.statusCode()).isEqualTo(409);
        owner.sql("update identity.second_factor set failing_since = failing_since - interval '16 minutes' "
                        + "where account_id = (select id from identity.account where login = 'factor.five')")
                .update();
        assertThat(give(colleagues.arrive("factor.five"), colleagues.code(person.key(), 1))
                        .statusCode())
                .isEqualTo(303);
    }

    @Test
    void takesEachRecoveryCodeOnceHoweverItIsTyped() {
        var person = enrol("factor.six");
        var code = person.codes().get(3);

        assertThat(give(colleagues.arrive("factor.six"), " " + code.toLowerCase(java.util.Locale.ROOT) + " ")
                        .statusCode())
                .isEqualTo(303);
        assertThat(give(colleagues.arrive("factor.six"), code).statusCode()).isEqualTo(422);
        assertThat(give(colleagues.arrive("factor.six"), person.codes().get(4)).statusCode())
                .isEqualTo(303);
        assertThat(person.visitor().get("/account/second-factor").body()).contains("Số mã dự phòng còn lại: 8.");
    }

    @Test
    void makesNewRecoveryCodesThatReplaceTheOld() {
        var person = enrol("factor.seven");
        person.visitor().get("/account/second-factor");

        var renewed = person.visitor()
                .post("/account/second-factor/recovery-codes", Map.of("renewal", colleagues.code(person.key(), 1)));

        var codes = codes(renewed);
        assertThat(codes).hasSize(10).doesNotContainAnyElementsOf(person.codes());
        assertThat(give(colleagues.arrive("factor.seven"), person.codes().getFirst())
                        .statusCode())
                .isEqualTo(422);
        assertThat(give(colleagues.arrive("factor.seven"), codes.getFirst()).statusCode())
                .isEqualTo(303);
    }

    @Test
    void isTurnedOffByWhoShowsACodeAndByNobodyElse() {
        var person = enrol("factor.eight");
        person.visitor().get("/account/second-factor");
        assertThat(person.visitor()
                        .post("/account/second-factor/removal", Map.of("removal", "000000"))
                        .statusCode())
                .isEqualTo(422);

        var off = person.visitor()
                .post("/account/second-factor/removal", Map.of("removal", colleagues.code(person.key(), 1)));

        assertThat(off.statusCode()).isEqualTo(303);
        assertThat(colleagues.arrive("factor.eight").get("/").statusCode()).isEqualTo(200);
        assertThat(count("identity.recovery_code", "factor.eight")).isZero();
    }

    @Test
    void isNotTurnedOnByAWrongCodeAndKeepsTheSecretThatWasScanned() {
        colleagues.join("factor.nine", Role.TELLER);
        var visitor = colleagues.arrive("factor.nine");
        var page = visitor.get("/account/second-factor").body();
        var wrong = new java.util.HashMap<>(colleagues.enrolment(page, 0));
        wrong.put("code", "000000");

        var again = visitor.post("/account/second-factor", wrong);

        assertThat(again.statusCode()).isEqualTo(422);
        assertThat(colleagues.key(again.body())).isEqualTo(colleagues.key(page));
        assertThat(count("identity.second_factor", "factor.nine")).isZero();
    }

    @Test
    void takesNoSecretThatWasGivenToAnotherAccount() {
        colleagues.join("factor.ten", Role.TELLER);
        colleagues.join("factor.eleven", Role.TELLER);
        var first = colleagues.arrive("factor.ten");
        var fields = colleagues.enrolment(first.get("/account/second-factor").body(), 0);
        var second = colleagues.arrive("factor.eleven");
        second.get("/account/second-factor");

        var answer = second.post("/account/second-factor", fields);

        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.body()).contains("không phải do máy chủ cấp cho tài khoản của bạn");
    }

    @Test
    void isDemandedOfDirectorsBeforeAnyPageOpens() {
        colleagues.join("factor.director", Role.DIRECTOR);
        var visitor = colleagues.arrive("factor.director");
        assertThat(location(visitor.get("/"))).isEqualTo("/login/second-factor");

        var page = visitor.get("/login/second-factor").body();
        var added = visitor.post("/login/second-factor", colleagues.enrolment(page, 0));

        assertThat(added.statusCode()).isEqualTo(200);
        assertThat(codes(added)).hasSize(10);
        assertThat(visitor.get("/").statusCode()).isEqualTo(200);
        assertThat(location(colleagues.arrive("factor.director").get("/"))).isEqualTo("/login/code");
    }

    @Test
    void isDemandedOfARoleFromTheMomentTheRuleSaysSo() {
        colleagues.join("factor.leader", Role.LEADER);
        var visitor = colleagues.arrive("factor.leader");
        assertThat(visitor.get("/").statusCode()).isEqualTo(200);

        settings.set(Actor.SYSTEM, "SECOND_FACTOR.LEADER", 1);
        assertThat(location(visitor.get("/"))).isEqualTo("/login/second-factor");

        settings.set(Actor.SYSTEM, "SECOND_FACTOR.LEADER", 0);
        assertThat(visitor.get("/").statusCode()).isEqualTo(200);
    }

    @Test
    void isNotAskedOfTheDemonstration() {
        var director = new Visitor(site).as(Role.DIRECTOR);
        assertThat(director.get("/").statusCode()).isEqualTo(200);
        var page = director.get("/account/second-factor").body();

        var answer = director.post("/account/second-factor", colleagues.enrolment(page, 0));

        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.body()).contains("Tài khoản DEMO");
    }

    @Test
    void isTakenFromWhoLostTelephoneAndPaper() {
        var person = enrol("factor.lost");

        recovery.resetSecondFactor(Actor.SYSTEM, "factor.lost");

        assertThat(location(person.visitor().get("/"))).isEqualTo("/login?expired");
        assertThat(colleagues.arrive("factor.lost").get("/").statusCode()).isEqualTo(200);
    }

    @Test
    void keepsSecretsAndCodesUnreadable() {
        var person = enrol("factor.sealed");

        var stored = owner.sql("select secret from identity.second_factor "
                        + "where account_id = (select id from identity.account where login = 'factor.sealed')")
                .query(byte[].class)
                .single();
        var hashes = owner.sql("select code_hash from identity.recovery_code "
                        + "where account_id = (select id from identity.account where login = 'factor.sealed')")
                .query(String.class)
                .list();

        assertThat(java.util.HexFormat.of().formatHex(stored))
                .doesNotContain(java.util.HexFormat.of().formatHex(person.key()));
        assertThat(hashes).hasSize(10).allMatch(hash -> hash.startsWith("$argon2id$"));
    }

    private Enrolled enrol(String login) {
        colleagues.join(login, Role.TELLER);
        var visitor = colleagues.arrive(login);
        var page = visitor.get("/account/second-factor").body();
        var added = visitor.post("/account/second-factor", colleagues.enrolment(page, 0));
        assertThat(added.statusCode()).as(added.body()).isEqualTo(200);
        assertThat(visitor.get("/").statusCode()).as("still in").isEqualTo(200);
        return new Enrolled(visitor, colleagues.key(page), codes(added));
    }

    private static List<String> codes(HttpResponse<String> page) {
        return RECOVERY_CODE
                .matcher(page.body())
                .results()
                .map(MatchResult::group)
                .toList();
    }

    private static HttpResponse<String> give(Visitor visitor, String code) {
        visitor.get("/login/code");
        return visitor.post("/login/code", Map.of("code", code));
    }

    private void forgetSteps(String login) {
        owner.sql("update identity.second_factor set last_step = 0 "
                        + "where account_id = (select id from identity.account where login = :login)")
                .param("login", login)
                .update();
    }

    private long count(String table, String login) {
        return owner.sql("select count(*) from " + table
                        + " where account_id = (select id from identity.account where login = :login)")
                .param("login", login)
                .query(Long.class)
                .single();
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse("none").replaceFirst("^http://127.0.0.1:\\d+", "");
    }

    @SuppressWarnings("ArrayRecordComponent")
    private record Enrolled(Visitor visitor, byte[] key, List<String> codes) {}
}
