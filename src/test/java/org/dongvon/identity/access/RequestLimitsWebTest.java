package org.dongvon.identity.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.CookieManager;
import java.net.InetAddress;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Arrays;
import java.util.TreeSet;
import org.dongvon.identity.Accounts;
import org.dongvon.identity.IdentityRefusal;
import org.dongvon.identity.SignInSettings;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Refused;
import org.dongvon.shared.Role;
import org.dongvon.shared.WebLimit;
import org.dongvon.shared.WebLimits;
import org.dongvon.support.Colleagues;
import org.dongvon.support.OwnerDb;
import org.dongvon.support.ServerTest;
import org.dongvon.support.Site;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.server.PathContainer;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Who asks for too much is told to wait, and for how long; nobody else feels it. */
@ServerTest
class RequestLimitsWebTest {

    private final Site site;
    private final Colleagues colleagues;
    private final SignInSettings settings;
    private final WebLimits limits;
    private final RequestMappingHandlerMapping mappings;
    private final OwnerDb owner;

    RequestLimitsWebTest(
            Site site,
            Accounts accounts,
            SignInSettings settings,
            WebLimits limits,
            RequestMappingHandlerMapping mappings,
            OwnerDb owner) {
        this.site = site;
        this.settings = settings;
        this.limits = limits;
        this.mappings = mappings;
        this.owner = owner;
        this.colleagues = new Colleagues(site, accounts, owner);
    }

    @AfterEach
    void nobodyIsLimited() {
        for (var limit : WebLimit.values()) {
            if (limit.takes(Site.UNLIMITED)) {
                settings.set(Actor.SYSTEM, limit.name(), Site.UNLIMITED);
            }
        }
    }

    @Test
    void publicPagesAnswerAnAddressOnlySoOften() throws Exception {
        settings.set(Actor.SYSTEM, "PUBLIC_PER_MINUTE", 10);
        for (int i = 0; i < 10; i++) {
            assertThat(from("127.0.0.81", i % 2 == 0 ? "/roots" : "/login", "text/html")
                            .statusCode())
                    .isEqualTo(200);
        }

        var page = from("127.0.0.81", "/roots", "text/html");
        assertThat(page.statusCode()).isEqualTo(429);
        int wait = Integer.parseInt(page.headers().firstValue("Retry-After").orElseThrow());
        assertThat(wait).isBetween(1, 7);
        assertThat(page.body()).contains("Quá nhiều lần", "Thử lại sau " + wait + " giây", "kit-");
        assertThat(from("127.0.0.81", "/login?lang=en", "text/html").body()).contains("Try again in ");
        var problem = from("127.0.0.81", "/r/ABC", "application/json");
        assertThat(problem.statusCode()).isEqualTo(429);
        assertThat(problem.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(problem.body()).contains("\"code\":\"TOO_MANY_REQUESTS\"");
        assertThat(problem.headers().firstValue("Retry-After")).isPresent();

        assertThat(from("127.0.0.82", "/roots", "text/html").statusCode())
                .as("a neighbour")
                .isEqualTo(200);
    }

    @Test
    void filesHaveABudgetOfTheirOwn() throws Exception {
        settings.set(Actor.SYSTEM, "FILES_PER_MINUTE", 60);
        for (int i = 0; i < 60; i++) {
            assertThat(from("127.0.0.83", "/assets/nothing.css", "text/html").statusCode())
                    .isEqualTo(404);
        }

        assertThat(from("127.0.0.83", "/assets/nothing.css", "text/html").statusCode())
                .isEqualTo(429);
        assertThat(from("127.0.0.83", "/login", "text/html").statusCode()).isEqualTo(200);
    }

    @Test
    void anAccountIsLimitedInAllItsBrowsersTogether() {
        colleagues.join("limited.one", Role.TELLER);
        colleagues.join("limited.two", Role.TELLER);
        var here = colleagues.arrive("limited.one");
        var there = colleagues.arrive("limited.one");
        var other = colleagues.arrive("limited.two");
        settings.set(Actor.SYSTEM, "ACCOUNT_PER_MINUTE", 10);
        for (int i = 0; i < 10; i++) {
            assertThat((i % 2 == 0 ? here : there).get("/account").statusCode()).isEqualTo(200);
        }

        assertThat(here.get("/account").statusCode()).isEqualTo(429);
        assertThat(there.get("/nothing").statusCode()).isEqualTo(429);
        assertThat(other.get("/account").statusCode()).isEqualTo(200);
    }

    @Test
    void whatCostsMoreIsAnsweredLessOften() {
        colleagues.join("limited.three", Role.TELLER);
        var visitor = colleagues.arrive("limited.three");
        settings.set(Actor.SYSTEM, "EXPORTS_PER_MINUTE", 1);
        settings.set(Actor.SYSTEM, "REPORTS_PER_MINUTE", 2);

        assertThat(visitor.get("/reports/figures-check/example").statusCode()).isEqualTo(200);
        var second = visitor.get("/reports/loans.csv");
        assertThat(second.statusCode()).isEqualTo(429);
        assertThat(second.headers().firstValue("Retry-After"))
                .hasValueSatisfying(wait -> assertThat(Integer.parseInt(wait)).isBetween(50, 61));
        assertThat(visitor.get("/reports/figures-check").statusCode()).isEqualTo(200);
        assertThat(visitor.get("/reports/figures-check").statusCode()).isEqualTo(200);
        assertThat(visitor.get("/reports/capital").statusCode()).isEqualTo(429);
        assertThat(visitor.get("/account").statusCode()).isEqualTo(200);
    }

    @Test
    void keepsNoMoreBucketsThanItHasRoomFor() {
        var allowance = new Allowance(limits);

        for (int i = 0; i < 3 * Allowance.MOST; i++) {
            assertThat(allowance.take(WebLimit.PUBLIC_PER_MINUTE, "address " + i))
                    .isEmpty();
        }

        assertThat(allowance.size()).isBetween(1L, (long) Allowance.MOST);
    }

    @Test
    void takesANetworkOfTheNewKindForOneAddress() {
        assertThat(RequestLimits.network("2001:db8:1:2:3:4:5:6")).isEqualTo(RequestLimits.network("2001:db8:1:2::9"));
        assertThat(RequestLimits.network("2001:db8:1:2::9")).isNotEqualTo(RequestLimits.network("2001:db8:1:3::9"));
        assertThat(RequestLimits.network("192.0.2.1")).isEqualTo("192.0.2.1");
        assertThat(RequestLimits.network("no.address")).isEmpty();
    }

    @Test
    void everyBudgetIsOfPagesThatExistAndEveryUploadHasOne() {
        var routes = mappings.getHandlerMethods().keySet().stream()
                .flatMap(mapping -> mapping.getPatternValues().stream())
                .toList();
        for (var budget : Budget.values()) {
            assertThat(budget.pages()).allMatch(page -> routes.contains(page.getPatternString()));
        }
        var uploads = new TreeSet<String>();
        var exports = new TreeSet<String>();
        mappings.getHandlerMethods().forEach((mapping, method) -> {
            boolean files = Arrays.stream(method.getMethod().getGenericParameterTypes())
                    .anyMatch(type -> type.getTypeName().contains(MultipartFile.class.getName()));
            for (var path : mapping.getPatternValues()) {
                if (files) {
                    uploads.add(path);
                } else if (path.contains("export") || path.endsWith(".csv")) {
                    exports.add(path);
                }
            }
        });
        assertThat(uploads).isNotEmpty().allMatch(path -> isIn(Budget.UPLOADS, path));
        assertThat(exports).isNotEmpty().allMatch(path -> isIn(Budget.EXPORTS, path));
    }

    @Test
    void limitsAreDatedRowsWithinBounds() {
        assertThat(settings.inForce(null)).containsKeys("PUBLIC_PER_MINUTE", "UPLOAD_MEGABYTES", "IDLE_MINUTES");
        for (var wrong : new int[] {9, 1_000_001}) {
            assertThatThrownBy(() -> settings.set(Actor.SYSTEM, "PUBLIC_PER_MINUTE", wrong))
                    .isInstanceOfSatisfying(
                            Refused.class,
                            refused -> assertThat(refused.refusal()).isEqualTo(IdentityRefusal.SETTING_OUT_OF_BOUNDS));
        }
        for (var limit : WebLimit.values()) {
            for (int value : new int[] {0, 1, 9, 10, 20, 21, 59, 60, 63, 64, 1024, 1025, 1_000_000, 1_000_001}) {
                assertThat(limit.takes(value)).as(limit + " " + value).isEqualTo(inTheTable(limit, value));
            }
        }
    }

    /** The table's own bounds, tried and rolled back. */
    private boolean inTheTable(WebLimit limit, int value) {
        try {
            owner.sql("""
                    do $$ begin
                        insert into shared.web_limit (name, value, set_by) values ('%s', %d, 0);
                        raise exception using errcode = 'P0001';
                    end $$
                    """.formatted(limit.name(), value)).update();
            return true;
        } catch (org.springframework.dao.DataIntegrityViolationException outOfBounds) {
            return false;
        } catch (org.springframework.dao.DataAccessException rolledBack) {
            return true;
        }
    }

    private static boolean isIn(Budget budget, String path) {
        return budget.pages().stream()
                .anyMatch(page -> page.getPatternString().equals(path) || page.matches(PathContainer.parsePath(path)));
    }

    private HttpResponse<String> from(String address, String path, String accept)
            throws IOException, InterruptedException {
        try (var client = HttpClient.newBuilder()
                .localAddress(InetAddress.getByName(address))
                .cookieHandler(new CookieManager())
                .build()) {
            return client.send(
                    HttpRequest.newBuilder(site.address().resolve(path))
                            .header("Accept", accept)
                            .build(),
                    BodyHandlers.ofString());
        }
    }
}
