package org.dongvon.identity.login;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.HttpCookie;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.dongvon.identity.Accounts;
import org.dongvon.identity.IdentityRefusal;
import org.dongvon.identity.NewAccount;
import org.dongvon.identity.SignInSettings;
import org.dongvon.identity.event.Caller;
import org.dongvon.identity.password.CheckPassword;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Refused;
import org.dongvon.shared.Role;
import org.dongvon.support.OwnerDb;
import org.dongvon.support.ServerTest;
import org.dongvon.support.Site;
import org.dongvon.support.Visitor;
import org.junit.jupiter.api.Test;

@ServerTest
class LoginWebTest {

    private static final String WRONG = "this is not the password";

    private final Site site;
    private final Accounts accounts;
    private final CheckPassword checkPassword;
    private final SignInSettings settings;
    private final OwnerDb owner;

    LoginWebTest(Site site, Accounts accounts, CheckPassword checkPassword, SignInSettings settings, OwnerDb owner) {
        this.checkPassword = checkPassword;
        this.site = site;
        this.accounts = accounts;
        this.settings = settings;
        this.owner = owner;
    }

    @Test
    void asksInVietnameseAndOnRequestInEnglish() {
        var visitor = new Visitor(site);

        assertThat(visitor.get("/login").body()).contains("<html lang=\"vi\">", "<h1>Đăng nhập</h1>", "DEMO");
        assertThat(visitor.get("/login?lang=en").body()).contains("<html lang=\"en\">", "<h1>Log in</h1>");
        assertThat(visitor.get("/login").body()).as("the cookie remembers").contains("<h1>Log in</h1>");
        assertThat(visitor.get("/login?lang=vi").body()).contains("<h1>Đăng nhập</h1>");
        assertThat(visitor.get("/login?lang=fr").body()).contains("<h1>Đăng nhập</h1>");
    }

    @Test
    void leadsEveryoneElseToTheLogInPage() {
        var answer = new Visitor(site).get("/");

        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(location(answer)).isEqualTo("/login");
    }

    @Test
    void tellsProgramsToLogInFirst() {
        var answer = new Visitor(site).takingJson().get("/");

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(answer.body()).contains("\"code\":\"LOG_IN_FIRST\"");
    }

    @Test
    void letsEachRoleInAndOutAgain() {
        for (var role : new Role[] {Role.LEADER, Role.TELLER, Role.CONTROLLER, Role.DIRECTOR, Role.AUDITOR}) {
            var visitor = new Visitor(site).as(role);
            assertThat(visitor.get("/").statusCode()).as(role.name()).isEqualTo(200);

            var out = visitor.post("/logout", Map.of());

            assertThat(location(out)).isEqualTo("/login?out");
            assertThat(visitor.get("/").statusCode()).as(role.name()).isEqualTo(302);
        }
    }

    @Test
    void answersTheSameWhateverWasWrong() {
        var closed = account("closed.account");
        owner.sql("update identity.account set active = false where id = :id")
                .param("id", closed)
                .update();

        for (var login : new String[] {"teller", "nobody", "closed.account", "x".repeat(5_000), "' or 1=1 --", ""}) {
            var password = login.equals("closed.account") ? Site.PASSWORD : WRONG;
            var visitor = new Visitor(site);
            var answer = attempt(visitor, login, password);
            assertThat(location(answer)).as(login).isEqualTo("/login?failed");
            assertThat(visitor.get("/login?failed").body())
                    .contains("<title>Lỗi: Đăng nhập · Đồng Vốn</title>", "Tên đăng nhập hoặc mật khẩu chưa đúng.");
        }
    }

    @Test
    void keepsTheLoginThatWasTypedAndNeverThePassword() {
        var visitor = new Visitor(site);
        attempt(visitor, "teller\"><script>", WRONG);

        var page = visitor.get("/login?failed").body();

        assertThat(page).contains("value=\"teller&quot;&gt;&lt;script&gt;\"").doesNotContain(WRONG, "<script>\"");
        assertThat(visitor.get("/login").body()).doesNotContain("teller&quot;");
    }

    @Test
    void locksAnAccountAfterTenWrongPasswordsUntilFifteenMinutesAreOver() {
        account("guessed.at");
        for (int i = 0; i < 9; i++) {
            attempt(new Visitor(site), "guessed.at", WRONG);
        }
        assertThat(location(attempt(new Visitor(site), "guessed.at", Site.PASSWORD)))
                .as("nine")
                .isEqualTo("/");

        for (int i = 0; i < 10; i++) {
            attempt(new Visitor(site), "guessed.at", WRONG);
        }
        assertThat(location(attempt(new Visitor(site), "guessed.at", Site.PASSWORD)))
                .as("ten")
                .isEqualTo("/login?failed");

        owner.sql(
                        "update identity.account set failing_since = failing_since - interval '16 minutes' where login = :login")
                .param("login", "guessed.at")
                .update();
        assertThat(location(attempt(new Visitor(site), "guessed.at", Site.PASSWORD)))
                .as("later")
                .isEqualTo("/");
    }

    @Test
    void locksAfterAsManyAttemptsAndForAsLongAsTheHouseSays() {
        account("house.rule");
        settings.set(Actor.SYSTEM, "LOCK_FAILURES", 3);
        settings.set(Actor.SYSTEM, "LOCK_MINUTES", 30);
        try {
            attempt(new Visitor(site), "house.rule", WRONG);
            attempt(new Visitor(site), "house.rule", WRONG);
            var visitor = new Visitor(site);
            attempt(visitor, "house.rule", WRONG);
            assertThat(visitor.get("/login?failed").body()).contains("Sai 3 lần trong 30 phút");
            assertThat(location(attempt(new Visitor(site), "house.rule", Site.PASSWORD)))
                    .as("three")
                    .isEqualTo("/login?failed");
            since("house.rule", 29);
            assertThat(location(attempt(new Visitor(site), "house.rule", Site.PASSWORD)))
                    .as("29 minutes")
                    .isEqualTo("/login?failed");
            since("house.rule", 2);
            assertThat(location(attempt(new Visitor(site), "house.rule", Site.PASSWORD)))
                    .as("31 minutes")
                    .isEqualTo("/");
        } finally {
            settings.set(Actor.SYSTEM, "LOCK_FAILURES", 10);
            settings.set(Actor.SYSTEM, "LOCK_MINUTES", 15);
        }
    }

    @Test
    void takesNoLockThatHoldsNobodyBackOrShutsPeopleOut() {

        for (var outside : List.of("LOCK_FAILURES 2", "LOCK_FAILURES 21", "LOCK_MINUTES 4", "LOCK_MINUTES 121")) {
            var words = outside.split(" ", -1);
            assertThatThrownBy(() -> settings.set(Actor.SYSTEM, words[0], Integer.parseInt(words[1])))
                    .as(outside)
                    .isInstanceOfSatisfying(
                            Refused.class,
                            refused -> assertThat(refused.refusal()).isEqualTo(IdentityRefusal.SETTING_OUT_OF_BOUNDS));
        }
    }

    /** The first wrong attempt lies so many minutes further back. */
    private void since(String login, int minutes) {
        owner.sql("""
                        update identity.account set failing_since = failing_since - make_interval(mins => :minutes)
                         where login = :login
                        """).param("minutes", minutes).param("login", login).update();
    }

    @Test
    void takesAsLongForAStrangerAsForAColleague() {
        account("slow.one");

        long known = quickest("slow.one");
        long unknown = quickest("nobody.at.all");

        assertThat(unknown).isBetween(known / 2, known * 2);
    }

    /** The quickest of several attempts: the least disturbed by whatever else the machine does. */
    private long quickest(String login) {
        long quickest = Long.MAX_VALUE;
        for (int i = 0; i < 8; i++) {
            long before = System.nanoTime();
            assertThat(checkPassword.run(login, WRONG, Caller.TERMINAL)).isEmpty();
            quickest = Math.min(quickest, System.nanoTime() - before);
        }
        return quickest;
    }

    @Test
    void changesTheSessionWhenSomeoneLogsIn() {
        var visitor = new Visitor(site);
        visitor.get("/login");
        var before = session(visitor);

        visitor.as(Role.TELLER);

        assertThat(session(visitor).getValue()).isNotEqualTo(before.getValue());
        assertThat(session(visitor).isHttpOnly()).isTrue();
    }

    @Test
    void takesNoLogInWithoutTheTokenOfThePage() {
        var answer = new Visitor(site).post("/login", Map.of("user", "teller", "password", Site.PASSWORD));

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("chưa ghi gì. Mở lại trang và làm lại.");
    }

    @Test
    void returnsToThePageThatWasAskedFor() {
        var visitor = new Visitor(site);
        visitor.get("/?lang=en");

        assertThat(location(attempt(visitor, "teller", Site.PASSWORD))).endsWith("/?lang=en");
    }

    @Test
    void showsTheHomePageToWhoIsAlreadyIn() {
        assertThat(location(new Visitor(site).as(Role.TELLER).get("/login"))).isEqualTo("/");
    }

    @Test
    void saysThatTheSessionIsOver() {
        var visitor = new Visitor(site);
        visitor.cookies().getCookieStore().add(site.address(), cookie("dongvon", "00112233445566778899AABBCCDDEEFF"));

        assertThat(location(visitor.get("/"))).isEqualTo("/login?expired");
        assertThat(visitor.get("/login?expired").body()).contains("Phiên đăng nhập đã hết hạn");
    }

    private long account(String login) {
        return accounts.create(
                Actor.SYSTEM, new NewAccount(login, "Người Thử", Role.TELLER, site.office()), Site.PASSWORD);
    }

    private static HttpResponse<String> attempt(Visitor visitor, String login, String password) {
        visitor.get("/login");
        return visitor.post("/login", Map.of("user", login, "password", password));
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse("none").replaceFirst("^http://127.0.0.1:\\d+", "");
    }

    private static HttpCookie session(Visitor visitor) {
        return visitor.cookies().getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals("dongvon"))
                .findFirst()
                .orElseThrow();
    }

    private static HttpCookie cookie(String name, String value) {
        var cookie = new HttpCookie(name, value);
        cookie.setPath("/");
        cookie.setVersion(0);
        return cookie;
    }
}
