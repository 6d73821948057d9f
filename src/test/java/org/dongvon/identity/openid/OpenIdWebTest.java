package org.dongvon.identity.openid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.dongvon.Application;
import org.dongvon.identity.Accounts;
import org.dongvon.identity.Administration;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Role;
import org.dongvon.support.Colleagues;
import org.dongvon.support.OwnerDb;
import org.dongvon.support.PostgresDatabase;
import org.dongvon.support.Site;
import org.dongvon.support.Visitor;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.mock.env.MockEnvironment;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestConstructor;
import org.springframework.test.context.TestConstructor.AutowireMode;

/** Logging in by an outside provider, on a server that is set up for one. */
@SpringBootTest(
        classes = Application.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = "dongvon.demo=true")
@PostgresDatabase
@TestConstructor(autowireMode = AutowireMode.ALL)
class OpenIdWebTest {

    private static final Provider PROVIDER = new Provider();
    private static final Pattern HOP = Pattern.compile("url=([^\"]+)\"");

    private final Site site;
    private final Colleagues colleagues;
    private final Administration administration;
    private final OwnerDb owner;

    OpenIdWebTest(Site site, Accounts accounts, Administration administration, OwnerDb owner) {
        this.site = site;
        this.colleagues = new Colleagues(site, accounts, owner);
        this.administration = administration;
        this.owner = owner;
    }

    @DynamicPropertySource
    static void provider(DynamicPropertyRegistry properties) {
        properties.add("dongvon.openid.issuer", PROVIDER::issuer);
        properties.add("dongvon.openid.client-id", () -> Provider.CLIENT);
        properties.add("dongvon.openid.client-secret", () -> Provider.SECRET);
    }

    @AfterAll
    static void close() {
        PROVIDER.close();
    }

    @Test
    void isOfferedOnTheLogInPage() {
        assertThat(new Visitor(site).get("/login").body())
                .contains("Đăng nhập bằng VNeID", "href=\"/oauth2/authorization/openid\"");
    }

    @Test
    void linksTheOwnAccountAndThenLetsItsPersonInWithoutAPassword() {
        colleagues.join("linked.one", Role.TELLER);
        PROVIDER.comes("person-1");
        link("linked.one");

        var visitor = new Visitor(site);
        var in = goThroughProvider(visitor);

        assertThat(location(in)).isEqualTo("/");
        assertThat(visitor.get("/").body()).contains("Người Thử Việc");
        assertThat(visitor.get("/account").body()).contains("Liên kết từ");
    }

    @Test
    void refusesWhoIsLinkedToNoAccountAndMakesNone() {
        long before = accounts();
        PROVIDER.comes("somebody new");
        var visitor = new Visitor(site);

        var answer = goThroughProvider(visitor);

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("chưa gắn với tài khoản nào ở đây");
        assertThat(visitor.get("/").statusCode()).isEqualTo(302);
        assertThat(accounts()).isEqualTo(before);
    }

    @Test
    void linksNobodyToTwoAccounts() {
        colleagues.join("linked.two", Role.TELLER);
        colleagues.join("linked.three", Role.TELLER);
        PROVIDER.comes("person-2");
        link("linked.two");
        var other = colleagues.arrive("linked.three");
        other.get("/account");
        other.post("/account/links", Map.of());

        var answer = goThroughProvider(other);

        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.body()).contains("đã gắn với một tài khoản khác");
    }

    @Test
    void letsNobodyInAfterUnlinkingOrClosing() {
        colleagues.join("linked.four", Role.TELLER);
        colleagues.join("linked.five", Role.TELLER);
        PROVIDER.comes("person-4");
        var four = link("linked.four");
        four.get("/account");
        var id = owner.sql("select id from identity.external_subject where subject = 'person-4'")
                .query(Long.class)
                .single();
        assertThat(four.post("/account/links/" + id + "/removal", Map.of()).statusCode())
                .isEqualTo(303);
        assertThat(goThroughProvider(new Visitor(site)).statusCode()).isEqualTo(403);

        PROVIDER.comes("person-5");
        link("linked.five");
        administration.close(Actor.SYSTEM, "linked.five");
        assertThat(goThroughProvider(new Visitor(site)).statusCode()).isEqualTo(403);
    }

    @Test
    void stillAsksForTheSecondFactor() {
        colleagues.join("linked.six", Role.TELLER);
        PROVIDER.comes("person-6");
        var visitor = link("linked.six");
        var page = visitor.get("/account/second-factor").body();
        visitor.post("/account/second-factor", colleagues.enrolment(page, 0));

        var again = new Visitor(site);

        assertThat(location(goThroughProvider(again))).isEqualTo("/login/code");
        assertThat(location(again.get("/loans"))).isEqualTo("/login/code");
    }

    @Test
    void takesNoAnswerThatWasMeantForSomebodyElse() {
        colleagues.join("linked.seven", Role.TELLER);
        PROVIDER.comes("person-7");
        link("linked.seven");
        PROVIDER.lies(true);
        try {
            var visitor = new Visitor(site);
            assertThat(location(goThroughProvider(visitor))).isEqualTo("/login?openid");
            assertThat(visitor.get("/login?openid").body()).contains("Chưa đăng nhập được qua nhà cung cấp");
        } finally {
            PROVIDER.lies(false);
        }
        var stranger = new Visitor(site);
        assertThat(location(stranger.get("/login/oauth2/code/openid?code=0&state=made-up&hop=1")))
                .isEqualTo("/login?openid");
    }

    @Test
    void sendsBackWhoTheProviderSawTooLongAgo() {
        colleagues.join("linked.nine", Role.TELLER);
        PROVIDER.comes("person-9");
        link("linked.nine");
        try {
            PROVIDER.sawThem(Duration.ofHours(11));
            assertThat(location(goThroughProvider(new Visitor(site)))).isEqualTo("/");
            PROVIDER.sawThem(Duration.ofHours(13));
            assertThat(location(goThroughProvider(new Visitor(site)))).isEqualTo("/login?openid");
        } finally {
            PROVIDER.sawThem(Duration.ZERO);
        }
    }

    @Test
    void followsNoRedirectOfTheProvider() {
        colleagues.join("linked.ten", Role.TELLER);
        PROVIDER.comes("person-10");
        link("linked.ten");
        PROVIDER.moves("/token");
        try {
            assertThat(location(goThroughProvider(new Visitor(site)))).isEqualTo("/login?openid");
        } finally {
            PROVIDER.moves("");
        }
        assertThat(location(goThroughProvider(new Visitor(site)))).isEqualTo("/");
        assertThatThrownBy(() -> new ProviderCalls().describe(PROVIDER.issuer() + "/moved"))
                .hasMessageContaining("307");
    }

    @Test
    void asksNoProviderWithoutEncryptionButOnThisMachine() {
        var issuer = "dongvon.openid.issuer";
        assertThat(new OpenIdSettings(new MockEnvironment().withProperty(issuer, "https://id.example")).issuer())
                .isEqualTo("https://id.example");
        for (var open : List.of("http://id.example", "http://127.0.0.1.example/", "ftp://127.0.0.1")) {
            assertThatThrownBy(() -> new OpenIdSettings(new MockEnvironment().withProperty(issuer, open)).isOn())
                    .as(open)
                    .hasMessageContaining(open);
        }
    }

    @Test
    void keepsNothingThatTheProviderGave() {
        colleagues.join("linked.eight", Role.TELLER);
        PROVIDER.comes("person-8");
        link("linked.eight");
        goThroughProvider(new Visitor(site));

        assertThat(owner.sql("select string_agg(s::text, '|') from identity.external_subject s")
                        .query(String.class)
                        .single())
                .contains("person-8")
                .doesNotContain("at-person-8", "eyJ");
    }

    private Visitor link(String login) {
        var visitor = colleagues.arrive(login);
        visitor.get("/account");
        visitor.post("/account/links", Map.of());
        assertThat(visitor.get("/account?link").body()).contains("Sang VNeID");
        assertThat(location(goThroughProvider(visitor))).isEqualTo("/account");
        return visitor;
    }

    /** To the provider and back, and over the page that makes the return one of our own. */
    private static HttpResponse<String> goThroughProvider(Visitor visitor) {
        var departure = visitor.get("/oauth2/authorization/openid");
        assertThat(departure.statusCode()).as(departure.body()).isEqualTo(302);
        var there = URI.create(departure.headers().firstValue("Location").orElseThrow());
        assertThat(there.getRawQuery()).contains("code_challenge=", "nonce=", "state=", "max_age=43200");
        var back = URI.create(ask(there).headers().firstValue("Location").orElseThrow());
        var hop = visitor.get(back.getRawPath() + "?" + back.getRawQuery());
        assertThat(hop.statusCode()).isEqualTo(200);
        var next = HOP.matcher(hop.body());
        assertThat(next.find()).isTrue();
        return visitor.get(next.group(1).replace("&amp;", "&"));
    }

    private static HttpResponse<String> ask(URI address) {
        try (var client = HttpClient.newHttpClient()) {
            return client.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private long accounts() {
        return owner.sql("select count(*) from identity.account")
                .query(Long.class)
                .single();
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse("none").replaceFirst("^http://127.0.0.1:\\d+", "");
    }
}
