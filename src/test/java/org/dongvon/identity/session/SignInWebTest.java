package org.dongvon.identity.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.HttpCookie;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.dongvon.identity.Accounts;
import org.dongvon.identity.Administration;
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
class SignInWebTest {

    private static final Pattern END = Pattern.compile("/account/sign-ins/(\\d+)/end");
    private static final Pattern END_COLLEAGUE = Pattern.compile("/administration/sign-ins/(\\d+)/end");

    private final Site site;
    private final Colleagues colleagues;
    private final Administration administration;
    private final SignInSettings settings;
    private final OwnerDb owner;

    SignInWebTest(Site site, Accounts accounts, Administration administration, SignInSettings settings, OwnerDb owner) {
        this.site = site;
        this.colleagues = new Colleagues(site, accounts, owner);
        this.administration = administration;
        this.settings = settings;
        this.owner = owner;
    }

    @Test
    void listsWhereOneIsLoggedInAndEndsOnePlace() {
        colleagues.join("places.one", Role.TELLER);
        var there = colleagues.arrive("places.one");
        var here = colleagues.arrive("places.one");
        var page = here.get("/account/sign-ins").body();
        assertThat(page).contains(">nơi này<", "127.0.0.1", "Java");
        var ids = END.matcher(page).results().map(found -> found.group(1)).toList();
        assertThat(ids).hasSize(2);

        var wrong = here.post("/account/sign-ins/" + ids.getLast() + "/end", password("a wrong password"));
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(there.get("/").statusCode()).as("not without the password").isEqualTo(200);
        here.get("/account/sign-ins");

        here.post("/account/sign-ins/" + ids.getLast() + "/end", password(Colleagues.PASSWORD));

        assertThat(location(there.get("/"))).isEqualTo("/login?expired");
        assertThat(here.get("/").statusCode()).isEqualTo(200);
        assertThat(END.matcher(here.get("/account/sign-ins").body()).results()).hasSize(1);
    }

    private static Map<String, String> password(String typed) {
        return Map.of("password", typed);
    }

    @Test
    void endsAllOtherPlacesAtOnce() {
        colleagues.join("places.two", Role.TELLER);
        var first = colleagues.arrive("places.two");
        var second = colleagues.arrive("places.two");
        var here = colleagues.arrive("places.two");
        here.get("/account/sign-ins");

        assertThat(here.post("/account/sign-ins/others/end", Map.of()).statusCode())
                .isEqualTo(422);
        assertThat(first.get("/").statusCode()).as("not without the password").isEqualTo(200);
        here.get("/account/sign-ins");

        here.post("/account/sign-ins/others/end", password(Colleagues.PASSWORD));

        assertThat(location(first.get("/"))).isEqualTo("/login?expired");
        assertThat(location(second.get("/"))).isEqualTo("/login?expired");
        assertThat(here.get("/").statusCode()).isEqualTo(200);
    }

    @Test
    void endsNoPlaceOfSomebodyElse() {
        colleagues.join("places.three", Role.TELLER);
        colleagues.join("places.four", Role.TELLER);
        var stranger = colleagues.arrive("places.three");
        var id = id(stranger);
        var visitor = colleagues.arrive("places.four");
        visitor.get("/account/sign-ins");

        var answer = visitor.post("/account/sign-ins/" + id + "/end", password(Colleagues.PASSWORD));

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(stranger.get("/").statusCode()).isEqualTo(200);
    }

    @Test
    void endsAfterHalfAnHourWithoutUse() {
        colleagues.join("idle.one", Role.TELLER);
        var visitor = colleagues.arrive("idle.one");

        shift("seen_at = seen_at - interval '29 minutes', began_at = began_at - interval '29 minutes'", "idle.one");
        assertThat(visitor.get("/").statusCode()).isEqualTo(200);
        shift("seen_at = seen_at - interval '29 minutes', began_at = began_at - interval '29 minutes'", "idle.one");
        assertThat(visitor.get("/").statusCode())
                .as("the request before counts")
                .isEqualTo(200);

        shift("seen_at = seen_at - interval '31 minutes', began_at = began_at - interval '31 minutes'", "idle.one");
        assertThat(location(visitor.get("/"))).isEqualTo("/login?expired");
    }

    @Test
    void endsAfterTwelveHoursHoweverBusy() {
        colleagues.join("busy.one", Role.TELLER);
        var visitor = colleagues.arrive("busy.one");

        shift("began_at = began_at - interval '11 hours 55 minutes'", "busy.one");
        assertThat(visitor.get("/").statusCode()).isEqualTo(200);

        shift("began_at = began_at - interval '10 minutes'", "busy.one");
        assertThat(location(visitor.get("/"))).isEqualTo("/login?expired");
    }

    @Test
    void endsByTheTimesThatTheHouseHasSet() {
        colleagues.join("idle.two", Role.TELLER);
        var visitor = colleagues.arrive("idle.two");
        shift("seen_at = seen_at - interval '20 minutes', began_at = began_at - interval '20 minutes'", "idle.two");
        settings.set(Actor.SYSTEM, "IDLE_MINUTES", 15);
        try {
            assertThat(location(visitor.get("/"))).isEqualTo("/login?expired");
        } finally {
            settings.set(Actor.SYSTEM, "IDLE_MINUTES", 30);
        }
        assertThat(visitor.get("/").statusCode()).isEqualTo(200);
    }

    @Test
    void isOutAtOnceWhenTheAccountIsClosed() {
        colleagues.join("closed.one", Role.TELLER);
        var visitor = colleagues.arrive("closed.one");
        assertThat(visitor.get("/").statusCode()).isEqualTo(200);

        administration.close(Actor.SYSTEM, "closed.one");

        assertThat(location(visitor.get("/"))).isEqualTo("/login?expired");
        assertThat(owner.sql("select count(*) from identity.sign_in s join identity.account a on a.id = s.account_id "
                                + "where a.login = 'closed.one' and s.ended_at is null")
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(location(colleagues.arrive("closed.one").get("/"))).isEqualTo("/login");
    }

    @Test
    void losesARightAtTheNextRequest() {
        var id = colleagues.join("moved.one", Role.LEADER);
        var visitor = colleagues.arrive("moved.one");
        assertThat(visitor.get("/sessions/new").statusCode()).isNotEqualTo(403);

        owner.sql("update identity.role_grant set ended_at = now(), ended_by = 0 where account_id = :id")
                .param("id", id)
                .update();
        owner.sql("insert into identity.role_grant (account_id, role, unit_id, valid_from, granted_by, approved_by) "
                        + "values (:id, 'TELLER', :office, '2024-01-01', 0, 0)")
                .param("id", id)
                .param("office", site.office())
                .update();

        assertThat(visitor.get("/sessions/new").statusCode()).isEqualTo(403);
        assertThat(visitor.get("/").body()).contains("Giao dịch viên");
    }

    @Test
    void remembersPeopleWhenTheServerForgetsItsOwnSessions() {
        colleagues.join("restart.one", Role.TELLER);
        var visitor = colleagues.arrive("restart.one");

        forget(visitor, "dongvon");

        assertThat(visitor.get("/").statusCode()).isEqualTo(200);
    }

    @Test
    void knowsNobodyByTheServersOwnSessionAlone() {
        colleagues.join("restart.two", Role.TELLER);
        var visitor = colleagues.arrive("restart.two");

        forget(visitor, "dongvon-person");

        assertThat(visitor.get("/").statusCode()).isEqualTo(302);
    }

    @Test
    void givesTheSecretToScriptsAndForeignPagesInNoWay() {
        var answer = colleagues.arrive("nobody.there").get("/login");
        colleagues.join("cookie.one", Role.TELLER);
        var visitor = new Visitor(site);
        visitor.get("/login");
        var in = visitor.post("/login", Map.of("user", "cookie.one", "password", Colleagues.PASSWORD));

        assertThat(answer.headers().allValues("Set-Cookie")).noneMatch(cookie -> cookie.startsWith("dongvon-person"));
        assertThat(in.headers().allValues("Set-Cookie"))
                .anySatisfy(cookie -> assertThat(cookie)
                        .startsWith("dongvon-person=")
                        .contains("; HttpOnly", "; SameSite=Strict", "; Path=/"));
    }

    @Test
    void killsAtLoggingOutAndHasTheBrowserForget() {
        colleagues.join("leaver.one", Role.TELLER);
        var visitor = colleagues.arrive("leaver.one");
        visitor.get("/?lang=en");
        var copied = copyOf(visitor);
        assertThat(copied.get("/").statusCode()).isEqualTo(200);

        var out = visitor.post("/logout", Map.of());

        assertThat(out.headers().firstValue("Clear-Site-Data")).hasValue("\"cache\", \"cookies\"");
        assertThat(location(out)).isEqualTo("/login?out&lang=en");
        assertThat(location(copied.get("/"))).isEqualTo("/login?expired");
    }

    @Test
    void killsASessionThatWasFixedBeforeLoggingIn() {
        colleagues.join("fixed.one", Role.TELLER);
        var victim = new Visitor(site);
        victim.get("/login");
        var attacker = copyOf(victim);

        victim.post("/login", Map.of("user", "fixed.one", "password", Colleagues.PASSWORD));

        assertThat(victim.get("/").statusCode()).isEqualTo(200);
        assertThat(attacker.get("/").statusCode()).isEqualTo(302);
    }

    @Test
    void takesOverNoSecretThatSomebodyPlantedBeforeLoggingIn() {
        colleagues.join("fixed.two", Role.TELLER);
        var planted = "planted-by-somebody-else-000000000000000000";
        var victim = new Visitor(site);
        plant(victim, planted);
        victim.get("/login");

        victim.post("/login", Map.of("user", "fixed.two", "password", Colleagues.PASSWORD));

        var attacker = new Visitor(site);
        plant(attacker, planted);
        assertThat(victim.get("/").statusCode()).isEqualTo(200);
        assertThat(attacker.get("/").statusCode()).isEqualTo(302);
        assertThat(victim.cookies().getCookieStore().getCookies())
                .filteredOn(cookie -> cookie.getName().equals("dongvon-person"))
                .singleElement()
                .satisfies(cookie -> assertThat(cookie.getValue()).isNotEqualTo(planted));
    }

    @Test
    void killsTheSecretOfBeforeTheCodeWhenTheCodeIsGiven() {
        colleagues.join("fixed.three", Role.TELLER);
        var person = colleagues.arrive("fixed.three");
        var page = person.get("/account/second-factor").body();
        var key = colleagues.key(page);
        person.post("/account/second-factor", colleagues.enrolment(page, 0));
        var victim = colleagues.arrive("fixed.three");
        victim.get("/login/code");
        var attacker = copyOf(victim);

        victim.post("/login/code", Map.of("code", colleagues.code(key, 1)));

        assertThat(victim.get("/").statusCode()).isEqualTo(200);
        assertThat(attacker.get("/").statusCode()).isEqualTo(302);
        assertThat(location(attacker.get("/login/code"))).isNotEqualTo("none");
    }

    @Test
    void letsAnAdministratorSendSomebodyOutOfTheOwnArea() {
        colleagues.join("sent.out", Role.TELLER);
        var visitor = colleagues.arrive("sent.out");
        var administrator = administrator("admin.one");
        var page = administrator.get("/administration/sign-ins?login=sent.out").body();
        assertThat(page).contains("Người Thử Việc");
        var ids = END_COLLEAGUE
                .matcher(page)
                .results()
                .map(found -> found.group(1))
                .toList();
        assertThat(ids).hasSize(1);

        var ended = administrator.post("/administration/sign-ins/" + ids.getFirst() + "/end", Map.of());

        assertThat(ended.statusCode()).isEqualTo(303);
        assertThat(location(visitor.get("/"))).isEqualTo("/login?expired");
        assertThat(administrator
                        .post("/administration/sign-ins/" + ids.getFirst() + "/end", Map.of())
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void showsAnAdministratorNobodyOfAnotherProvince() {
        var elsewhere = owner.sql("insert into organisation.unit (code, kind, name, valid_from) "
                        + "values ('SIGNIN-P', 'PROVINCE', 'Nghệ An', '2003-01-01') returning id")
                .query(Long.class)
                .single();
        colleagues.join("far.away", Role.AUDITOR, elsewhere);
        var visitor = colleagues.arrive("far.away");
        var administrator = administrator("admin.two");

        assertThat(administrator.get("/administration/sign-ins?login=far.away").body())
                .contains("Không có ai đang đăng nhập");
        assertThat(administrator
                        .post("/administration/sign-ins/" + id(visitor) + "/end", Map.of())
                        .statusCode())
                .isEqualTo(404);
        assertThat(visitor.get("/").statusCode()).isEqualTo(200);
    }

    @Test
    void showsTheListToNobodyElse() {
        for (var role : new Role[] {Role.TELLER, Role.DIRECTOR, Role.AUDITOR}) {
            assertThat(new Visitor(site)
                            .as(role)
                            .get("/administration/sign-ins")
                            .statusCode())
                    .as(role.name())
                    .isEqualTo(403);
        }
    }

    private Visitor administrator(String login) {
        colleagues.join(login, Role.ADMINISTRATOR, site.province());
        var visitor = colleagues.arrive(login);
        var page = visitor.get("/login/second-factor").body();
        visitor.post("/login/second-factor", colleagues.enrolment(page, 0));
        return visitor;
    }

    private void shift(String change, String login) {
        owner.sql("update identity.sign_in set " + change
                        + " where account_id = (select id from identity.account where login = :login)")
                .param("login", login)
                .update();
    }

    private static String id(Visitor visitor) {
        return END.matcher(visitor.get("/account/sign-ins").body())
                .results()
                .findFirst()
                .map((MatchResult found) -> found.group(1))
                .orElseThrow();
    }

    private static void forget(Visitor visitor, String cookie) {
        var store = visitor.cookies().getCookieStore();
        store.getCookies().stream()
                .filter(each -> each.getName().equals(cookie))
                .toList()
                .forEach(each -> store.remove(null, each));
    }

    private void plant(Visitor visitor, String secret) {
        var cookie = new HttpCookie("dongvon-person", secret);
        cookie.setDomain(site.address().getHost());
        cookie.setPath("/");
        cookie.setVersion(0);
        visitor.cookies().getCookieStore().add(site.address(), cookie);
    }

    private Visitor copyOf(Visitor visitor) {
        var copy = new Visitor(site);
        for (var cookie : visitor.cookies().getCookieStore().getCookies()) {
            var same = new HttpCookie(cookie.getName(), cookie.getValue());
            same.setPath("/");
            same.setVersion(0);
            copy.cookies().getCookieStore().add(site.address(), same);
        }
        return copy;
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse("none").replaceFirst("^http://127.0.0.1:\\d+", "");
    }
}
