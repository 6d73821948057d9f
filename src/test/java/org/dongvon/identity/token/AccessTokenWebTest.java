package org.dongvon.identity.token;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.dongvon.identity.Accounts;
import org.dongvon.identity.Administration;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Role;
import org.dongvon.support.Colleagues;
import org.dongvon.support.OwnerDb;
import org.dongvon.support.ServerTest;
import org.dongvon.support.Site;
import org.dongvon.support.Visitor;
import org.junit.jupiter.api.Test;

@ServerTest
class AccessTokenWebTest {

    private static final Pattern TOKEN = Pattern.compile("value=\"(dv_[A-Za-z0-9_-]{43})\"");
    private static final Pattern REVOKE = Pattern.compile("/account/tokens/(\\d+)/revocation");
    private static final String WORDS = "/amount-in-words?typed=7000000";

    private final Site site;
    private final Colleagues colleagues;
    private final Administration administration;
    private final OwnerDb owner;

    AccessTokenWebTest(Site site, Accounts accounts, Administration administration, OwnerDb owner) {
        this.site = site;
        this.colleagues = new Colleagues(site, accounts, owner);
        this.administration = administration;
        this.owner = owner;
    }

    @Test
    void letsAProgramReadInItsOwnersName() {
        var token = make("token.one", Map.of());

        var answer = program(token, WORDS);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.body()).contains("Bảy triệu đồng");
        assertThat(stored("token.one")).doesNotContain(token).hasSize(64);
    }

    @Test
    void isShownOnceAndListedByName() {
        var visitor = owner("token.two");
        var token = made(post(visitor, Map.of("name", "Báo cáo tháng")));

        var list = visitor.get("/account/tokens").body();

        assertThat(list).contains("Báo cáo tháng", "Chỉ đọc", "Chưa dùng").doesNotContain(token);
        program(token, WORDS);
        assertThat(visitor.get("/account/tokens").body()).doesNotContain("Chưa dùng");
    }

    @Test
    void isRefusedWithoutNameOrEndOrPassword() {
        var visitor = owner("token.three");

        assertThat(post(visitor, Map.of("name", " ")).body()).contains("cần một cái tên");
        assertThat(post(visitor, Map.of("days", "0")).statusCode()).isEqualTo(422);
        assertThat(post(visitor, Map.of("days", "367")).body()).contains("từ 1 đến 366 ngày");
        assertThat(post(visitor, Map.of("days", "")).statusCode()).isEqualTo(422);
        assertThat(post(visitor, Map.of("area", "closing/../x")).body()).contains("Không có phạm vi trang này");
        assertThat(post(visitor, Map.of("password", "not the password")).body()).contains("chưa đúng");
        assertThat(post(visitor, Map.of("days", "366")).statusCode()).isEqualTo(200);
    }

    @Test
    void endsOnItsDayAndWhenRevoked() {
        var visitor = owner("token.four");
        var expired = made(post(visitor, Map.of()));
        owner.sql("update identity.access_token set made_at = made_at - interval '90 days', "
                        + "expires_at = expires_at - interval '90 days 1 second' "
                        + "where account_id = (select id from identity.account where login = 'token.four')")
                .update();
        var revoked = made(post(visitor, Map.of()));
        assertThat(program(revoked, WORDS).statusCode()).isEqualTo(200);
        var id = REVOKE.matcher(visitor.get("/account/tokens").body())
                .results()
                .findFirst()
                .orElseThrow()
                .group(1);

        visitor.post("/account/tokens/" + id + "/revocation", Map.of());

        assertNobody(program(expired, WORDS));
        assertNobody(program(revoked, WORDS));
        assertThat(visitor.post("/account/tokens/" + id + "/revocation", Map.of())
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void endsWithItsOwnersAccount() {
        var token = make("token.five", Map.of());

        administration.close(Actor.SYSTEM, "token.five");

        assertNobody(program(token, WORDS));
    }

    @Test
    void writesOnlyWhenItMayAndNeedsNoTokenOfAPage() {
        colleagues.join("token.leader", Role.LEADER);
        var visitor = colleagues.arrive("token.leader");
        var reading = made(post(visitor, Map.of()));
        var writing = made(post(visitor, Map.of("access", "write")));

        var refused = programPosts(reading, "/sessions");
        var taken = programPosts(writing, "/sessions");

        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.body()).contains("\"code\":\"TOKEN_READS_ONLY\"");
        assertThat(taken.body()).doesNotContain("TOKEN_READS_ONLY", "PAGE_EXPIRED", "ROLE_MAY_NOT");
        assertThat(taken.statusCode()).as(taken.body()).isNotIn(401, 403);
    }

    @Test
    void doesNoMoreThanItsOwnersRoleMay() {
        var writing = make("token.teller", Map.of("access", "write"));

        assertThat(programPosts(writing, "/closing").body()).contains("\"code\":\"ROLE_MAY_NOT\"");
    }

    @Test
    void staysInsideTheAreaItWasMadeFor() {
        var token = make("token.six", Map.of("area", "reports"));

        var outside = program(token, WORDS);

        assertThat(outside.statusCode()).isEqualTo(403);
        assertThat(outside.body()).contains("\"code\":\"TOKEN_NOT_HERE\"");
        assertThat(program(token, "/reports").statusCode()).isNotIn(401, 403);
    }

    @Test
    void opensNoPageOfTheAccountItself() {
        var token = make("token.seven", Map.of("access", "write"));

        for (var path : new String[] {"/account", "/account/tokens", "/account/password"}) {
            assertThat(program(token, path).body()).as(path).contains("\"code\":\"TOKEN_NOT_HERE\"");
        }
    }

    @Test
    void isNeverHelpedByACookie() {
        var visitor = owner("token.eight");
        assertThat(visitor.takingJson().get(WORDS).statusCode()).isEqualTo(200);

        var answer = visitor.send(visitor.request(WORDS)
                .header("Authorization", "Bearer dv_" + "A".repeat(43))
                .GET());

        assertNobody(answer);
    }

    @Test
    void opensNothingToWhoAsksForPagesOrWithAnotherScheme() {
        var token = make("token.nine", Map.of());
        var browser = new Visitor(site);

        assertThat(browser.send(browser.request("/")
                                .header("Authorization", "Bearer " + token)
                                .GET())
                        .statusCode())
                .isEqualTo(401);
        assertThat(browser.takingJson()
                        .send(browser.request(WORDS)
                                .header("Authorization", "Basic " + token)
                                .GET())
                        .statusCode())
                .isEqualTo(401);
    }

    private Visitor owner(String login) {
        colleagues.join(login, Role.TELLER);
        return colleagues.arrive(login);
    }

    private String make(String login, Map<String, String> fields) {
        return made(post(owner(login), fields));
    }

    private static HttpResponse<String> post(Visitor visitor, Map<String, String> fields) {
        visitor.get("/account/tokens");
        var all = new HashMap<>(Map.of("name", "Chương trình", "days", "90", "access", "read", "area", ""));
        all.put("password", Colleagues.PASSWORD);
        all.putAll(fields);
        return visitor.post("/account/tokens", all);
    }

    private static String made(HttpResponse<String> page) {
        var token = TOKEN.matcher(page.body());
        assertThat(token.find()).as(page.body()).isTrue();
        return token.group(1);
    }

    private HttpResponse<String> program(String token, String path) {
        var program = new Visitor(site).takingJson();
        return program.send(
                program.request(path).header("Authorization", "Bearer " + token).GET());
    }

    private HttpResponse<String> programPosts(String token, String path) {
        var program = new Visitor(site).takingJson();
        return program.send(program.request(path)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("")));
    }

    private String stored(String login) {
        return owner.sql("select encode(token_hash, 'hex') from identity.access_token "
                        + "where account_id = (select id from identity.account where login = :login)")
                .param("login", login)
                .query(String.class)
                .single();
    }

    private static void assertNobody(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(401);
        assertThat(answer.headers().firstValue("WWW-Authenticate")).hasValue("Bearer");
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(answer.body()).contains("\"code\":\"LOG_IN_FIRST\"");
    }
}
