package org.dongvon.identity.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.net.CookieManager;
import java.net.InetAddress;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.dongvon.identity.AccountRecovery;
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
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

@ServerTest
class SecurityEventWebTest {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

    private final Site site;
    private final Colleagues colleagues;
    private final Administration administration;
    private final AccountRecovery recovery;
    private final SignInSettings settings;
    private final OwnerDb owner;
    private final JdbcClient db;

    SecurityEventWebTest(
            Site site,
            Accounts accounts,
            Administration administration,
            AccountRecovery recovery,
            SignInSettings settings,
            OwnerDb owner,
            JdbcClient db) {
        this.site = site;
        this.colleagues = new Colleagues(site, accounts, owner);
        this.administration = administration;
        this.recovery = recovery;
        this.settings = settings;
        this.owner = owner;
        this.db = db;
    }

    @Test
    void notesEachStepWithWhoWhenFromWhereAndNoSecret() {
        colleagues.join("noted.one", Role.TELLER);
        colleagues.arrive("noted.one", "a wrong password");
        var visitor = colleagues.arrive("noted.one");
        var page = visitor.get("/account/second-factor").body();
        visitor.post("/account/second-factor", colleagues.enrolment(page, 0));
        visitor.get("/account/password");
        visitor.post(
                "/account/password",
                Map.of("old", Colleagues.PASSWORD, "chosen", "gió mùa đông bắc", "repeated", "gió mùa đông bắc"));
        visitor.get("/");
        visitor.post("/logout", Map.of());
        recovery.resetPassword(Actor.SYSTEM, "noted.one");
        administration.close(Actor.SYSTEM, "noted.one");

        assertThat(kinds("noted.one"))
                .containsExactly(
                        "LOG_IN_FAILED",
                        "LOGGED_IN",
                        "FACTOR_ADDED",
                        "PASSWORD_CHANGED",
                        "LOGGED_OUT",
                        "PASSWORD_RESET",
                        "ACCOUNT_CLOSED");
        var all = owner.sql("select string_agg(e::text, '|') from identity.event e")
                .query(String.class)
                .single();
        assertThat(all).doesNotContain(Colleagues.PASSWORD, "a wrong password", "gió mùa đông bắc");
        assertThat(owner.sql("select distinct address from identity.event where account_id = "
                                + "(select id from identity.account where login = 'noted.one') order by address")
                        .query(String.class)
                        .list())
                .containsExactly("127.0.0.1", "terminal");
    }

    @Test
    void notesWhoAsksForAPageOfAnotherRoleByThePagesPattern() {
        colleagues.join("noted.four", Role.TELLER);
        var visitor = colleagues.arrive("noted.four");
        visitor.get("/account/password");
        visitor.post(
                "/account/password",
                Map.of("old", Colleagues.PASSWORD, "chosen", "gió mùa đông bắc", "repeated", "gió mùa đông bắc"));
        assertThat(visitor.get("/administration/accounts/somebody").statusCode())
                .isEqualTo(403);

        assertThat(owner.sql("select e.about from identity.event e join identity.account a on a.id = e.account_id "
                                + "where a.login = 'noted.four' and e.kind = 'ACCESS_REFUSED'")
                        .query(String.class)
                        .list())
                .containsExactly("GET /administration/accounts/{login}");
    }

    @Test
    void notesWhoTriesToGetRoundTheHoldOnRequestsOnceAMinute() throws IOException, InterruptedException {
        colleagues.join("noted.five", Role.TELLER);
        var visitor = colleagues.arrive("noted.five");
        for (int i = 0; i < 3; i++) {
            assertThat(visitor.withoutToken()
                            .post("/account/password", Map.of("old", "x"))
                            .statusCode())
                    .isEqualTo(403);
        }
        assertThat(visitor.send(visitor.request("/account/password")
                                .header("Content-Type", "multipart/form-data; boundary=x")
                                .POST(BodyPublishers.ofString("--x--")))
                        .statusCode())
                .isEqualTo(415);
        assertThat(visitor.get("/loans/%2570").statusCode()).isEqualTo(400);

        assertThat(owner.sql("select e.about from identity.event e join identity.account a on a.id = e.account_id "
                                + "where a.login = 'noted.five' and e.kind = 'REQUEST_REFUSED' order by e.id")
                        .query(String.class)
                        .list())
                .containsExactly("FORM_TOKEN POST /account/password", "UNSUPPORTED_MEDIA_TYPE POST /account/password");
        assertThat(owner.sql("select distinct e.about from identity.event e where e.kind = 'REQUEST_REFUSED' "
                                + "and e.account_id is null and e.about = 'MALFORMED'")
                        .query(String.class)
                        .list())
                .hasSize(1);
    }

    @Test
    void tellsTheLogOfTheFolderWhatHappenedByNumbersAlone() {
        var heard = new ListAppender<ILoggingEvent>();
        heard.start();
        var log = (Logger) LoggerFactory.getLogger(SecurityEvents.class);
        // Tests are quieter than servers.
        log.setLevel(Level.INFO);
        log.addAppender(heard);
        try {
            colleagues.join("noted.six", Role.TELLER);
            colleagues.arrive("noted.six");
        } finally {
            log.detachAppender(heard);
            log.setLevel(null);
        }

        var row = owner.sql("select e.id, e.account_id from identity.event e join identity.account a "
                        + "on a.id = e.account_id where a.login = 'noted.six'")
                .query()
                .singleRow();
        assertThat(heard.list)
                .filteredOn(event -> event.getKeyValuePairs().toString().contains(String.valueOf(row.get("id"))))
                .singleElement()
                .satisfies(event -> assertThat(event.getKeyValuePairs().toString() + event.getFormattedMessage())
                        .contains("LOGGED_IN", String.valueOf(row.get("account_id")))
                        .doesNotContain("noted.six", "127.0.0.1", "Java"));
    }

    @Test
    void notesTheLockOnceAndWhatStrangersTypeNotAtAll() {
        colleagues.join("noted.two", Role.TELLER);
        for (int i = 0; i < 12; i++) {
            colleagues.arrive("noted.two", "a wrong password");
        }
        colleagues.arrive("my secret password typed here", "a wrong password");

        assertThat(kinds("noted.two")).hasSize(13).containsOnlyOnce("ACCOUNT_LOCKED");
        assertThat(owner.sql("select string_agg(e::text, '|') from identity.event e")
                        .query(String.class)
                        .single())
                .doesNotContain("my secret password");
    }

    @Test
    void keepsABrowsersNameInOneLine() {
        assertThat(new Caller("127.0.0.1", "a\r\nb\u202ec").browser()).isEqualTo("a b c");
        assertThat(new Caller("127.0.0.1", "x".repeat(5_000)).browser()).hasSize(300);
        assertThat(BrowserName.of("Mozilla/5.0 (Windows NT 10.0) Gecko/20100101 Firefox/140.0"))
                .isEqualTo("Firefox · Windows");
        assertThat(BrowserName.of("Mozilla/5.0 (Windows NT 10.0) Chrome/150 Safari/537.36 Edg/150"))
                .isEqualTo("Edge · Windows");
        assertThat(BrowserName.of("")).isEmpty();
    }

    @Test
    void canBeChangedByNobody() {
        for (var sql : new String[] {
            "update identity.event set kind = 'X'", "delete from identity.event", "truncate identity.event",
        }) {
            assertThatThrownBy(() -> db.sql(sql).update())
                    .as(sql)
                    .isInstanceOf(DataAccessException.class)
                    .rootCause()
                    .hasMessageContaining("permission denied");
            assertThatThrownBy(() -> owner.sql(sql).update())
                    .as(sql)
                    .rootCause()
                    .hasMessageContaining("append-only");
        }
    }

    @Test
    void showsAnAdministratorTheEventsOfTheOwnArea() {
        var elsewhere = owner.sql("insert into organisation.unit (code, kind, name, valid_from) "
                        + "values ('EVENTS-P', 'PROVINCE', 'Nghệ An', '2003-01-01') returning id")
                .query(Long.class)
                .single();
        colleagues.join("far.off", Role.AUDITOR, elsewhere);
        colleagues.arrive("far.off");
        colleagues.join("near.by", Role.TELLER);
        colleagues.arrive("near.by");
        var administrator = administrator("admin.events");

        var near = administrator.get("/administration/events?login=near.by").body();
        var far = administrator.get("/administration/events?login=far.off").body();

        assertThat(near).contains("Mật khẩu đúng, vào", "near.by", "127.0.0.1");
        assertThat(far).contains("Không có việc nào như bạn tìm.");
        assertThat(administrator
                        .get("/administration/events?kind=LOG_IN_FAILED")
                        .body())
                .doesNotContain(">không rõ ai<");
        assertThat(administrator
                        .get("/administration/events?before=1%27--&login=%27&kind=%27")
                        .statusCode())
                .isEqualTo(200);
        assertThat(new Visitor(site)
                        .as(Role.DIRECTOR)
                        .get("/administration/events")
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void showsOnesOwnOnTheAccountPage() {
        colleagues.join("noted.three", Role.TELLER);
        colleagues.arrive("noted.three", "a wrong password");

        assertThat(colleagues.arrive("noted.three").get("/account").body())
                .contains("Sai tên hoặc mật khẩu", "Mật khẩu đúng, vào");
    }

    @Test
    void shutsOutAnAddressThatFailsTooOftenWhateverTheLoginAndOnlyThatAddress() throws Exception {
        colleagues.join("spared.one", Role.TELLER);
        settings.set(Actor.SYSTEM, "ADDRESS_FAILURES", 10);
        try {
            for (int i = 0; i < 10; i++) {
                assertThat(from("127.0.0.77", "spray" + i, "a wrong password").statusCode())
                        .isEqualTo(302);
            }

            var limited = from("127.0.0.77", "spared.one", Colleagues.PASSWORD);

            assertThat(limited.statusCode()).isEqualTo(429);
            assertThat(limited.headers().firstValue("Retry-After")).hasValue("900");
            assertThat(limited.body()).contains("quá nhiều lần không đúng", "sau 900 giây");
            assertThat(from("127.0.0.78", "spared.one", Colleagues.PASSWORD)
                            .headers()
                            .firstValue("Location"))
                    .hasValueSatisfying(to -> assertThat(to).endsWith("/"));
        } finally {
            settings.set(Actor.SYSTEM, "ADDRESS_FAILURES", Site.MANY_FAILURES);
        }
    }

    private HttpResponse<String> from(String address, String login, String password)
            throws IOException, InterruptedException {
        try (var client = HttpClient.newBuilder()
                .localAddress(InetAddress.getByName(address))
                .cookieHandler(new CookieManager())
                .build()) {
            var page = client.send(
                    HttpRequest.newBuilder(site.address().resolve("/login")).build(), BodyHandlers.ofString());
            var token = TOKEN.matcher(page.body());
            assertThat(token.find()).isTrue();
            var form =
                    "user=" + encoded(login) + "&password=" + encoded(password) + "&_csrf=" + encoded(token.group(1));
            return client.send(
                    HttpRequest.newBuilder(site.address().resolve("/login"))
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .header("Accept", "text/html")
                            .POST(BodyPublishers.ofString(form))
                            .build(),
                    BodyHandlers.ofString());
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private Visitor administrator(String login) {
        colleagues.join(login, Role.ADMINISTRATOR, site.province());
        var visitor = colleagues.arrive(login);
        var page = visitor.get("/login/second-factor").body();
        visitor.post("/login/second-factor", colleagues.enrolment(page, 0));
        return visitor;
    }

    private List<@Nullable String> kinds(String login) {
        return owner.sql("select e.kind from identity.event e join identity.account a on a.id = e.account_id "
                        + "where a.login = :login order by e.id")
                .param("login", login)
                .query(String.class)
                .list();
    }
}
