package org.dongvon.identity.password;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Map;
import org.dongvon.identity.AccountRecovery;
import org.dongvon.identity.Accounts;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Role;
import org.dongvon.support.Colleagues;
import org.dongvon.support.OwnerDb;
import org.dongvon.support.ServerTest;
import org.dongvon.support.Site;
import org.dongvon.support.Visitor;
import org.junit.jupiter.api.Test;

@ServerTest
class PasswordWebTest {

    private static final String OTHER = "gió mùa đông bắc";

    private final Site site;
    private final Colleagues colleagues;
    private final AccountRecovery recovery;
    private final OwnerDb owner;

    PasswordWebTest(Site site, Accounts accounts, AccountRecovery recovery, OwnerDb owner) {
        this.site = site;
        this.colleagues = new Colleagues(site, accounts, owner);
        this.recovery = recovery;
        this.owner = owner;
    }

    @Test
    void changesThePasswordOfWhoKnowsTheOldOneAndEndsTheOtherSignIns() {
        colleagues.join("change.one", Role.TELLER);
        var elsewhere = colleagues.arrive("change.one");
        var here = colleagues.arrive("change.one");

        var changed = change(here, Colleagues.PASSWORD, OTHER, OTHER);

        assertThat(changed.statusCode()).isEqualTo(303);
        assertThat(here.get("/account?changed").body()).contains("Đã đổi mật khẩu.");
        assertThat(location(elsewhere.get("/"))).isEqualTo("/login?expired");
        assertThat(colleagues.arrive("change.one").get("/").statusCode()).isEqualTo(302);
        assertThat(colleagues.arrive("change.one", OTHER).get("/").statusCode()).isEqualTo(200);
    }

    @Test
    void refusesToChangeItOtherwiseAndSaysWhy() {
        colleagues.join("change.two", Role.TELLER);
        var visitor = colleagues.arrive("change.two");

        assertRefused(change(visitor, "not the old one", OTHER, OTHER), "Mật khẩu hiện nay chưa đúng.");
        assertRefused(change(visitor, Colleagues.PASSWORD, OTHER, OTHER + "x"), "không giống nhau");
        assertRefused(change(visitor, Colleagues.PASSWORD, "mười một ký", "mười một ký"), "từ 12 đến 128 ký tự");
        assertRefused(change(visitor, Colleagues.PASSWORD, "1q2w3e4r5t6y", "1q2w3e4r5t6y"), "nhiều người dùng nhất");
        assertRefused(change(visitor, Colleagues.PASSWORD, "Dong Von 2026 a", "Dong Von 2026 a"), "“dongvon”");
        assertRefused(
                change(visitor, Colleagues.PASSWORD, Colleagues.PASSWORD, Colleagues.PASSWORD),
                "giống mật khẩu đang dùng");
        assertThat(visitor.get("/account/password").body()).doesNotContain(Colleagues.PASSWORD, OTHER);
        assertThat(colleagues.arrive("change.two").get("/").statusCode()).isEqualTo(200);
    }

    @Test
    void countsAWrongOldPasswordTowardsTheLock() {
        colleagues.join("change.three", Role.TELLER);
        var visitor = colleagues.arrive("change.three");
        for (int i = 0; i < 10; i++) {
            change(visitor, "not the old one", OTHER, OTHER);
        }

        assertRefused(change(visitor, Colleagues.PASSWORD, OTHER, OTHER), "Mật khẩu hiện nay chưa đúng.");
    }

    @Test
    void leavesTheSharedPasswordOfTheDemonstrationAlone() {
        var visitor = new Visitor(site).as(Role.TELLER);
        visitor.get("/account/password");

        var refused = change(visitor, Site.PASSWORD, OTHER, OTHER);

        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.body()).contains("Tài khoản DEMO dùng mật khẩu chung");
    }

    @Test
    void opensNothingAfterAOneTimePasswordButThePageToChooseOnesOwn() {
        colleagues.join("first.time", Role.TELLER);
        var given = recovery.resetPassword(Actor.SYSTEM, "first.time");
        var visitor = colleagues.arrive("first.time", given);

        assertThat(location(visitor.get("/loans"))).isEqualTo("/login/password");
        assertThat(location(visitor.get("/account/password"))).isEqualTo("/login/password");
        assertThat(location(visitor.get("/login/code"))).isEqualTo("/login/password");
        assertThat(visitor.takingJson().get("/loans").body()).contains("\"code\":\"LOG_IN_UNFINISHED\"");
        visitor.takingPages();
        assertThat(visitor.get("/login/password").body()).contains("Chào Người Thử Việc.");
        assertThat(choose(visitor, given, given).body()).contains("giống mật khẩu đang dùng");
        assertThat(choose(visitor, "1q2w3e4r5t6y", "1q2w3e4r5t6y").statusCode()).isEqualTo(422);

        var chosen = choose(visitor, OTHER, OTHER);

        assertThat(chosen.statusCode()).isEqualTo(303);
        assertThat(visitor.get("/").statusCode()).isEqualTo(200);
        assertThat(location(colleagues.arrive("first.time", given).get("/"))).isEqualTo("/login");
        assertThat(colleagues.arrive("first.time", OTHER).get("/").statusCode()).isEqualTo(200);
    }

    @Test
    void takesAOneTimePasswordForThreeDaysOnly() {
        colleagues.join("late.comer", Role.TELLER);
        var given = recovery.resetPassword(Actor.SYSTEM, "late.comer");
        age("late.comer", "71 hours 50 minutes");
        assertThat(location(colleagues.arrive("late.comer", given).get("/"))).isEqualTo("/login/password");

        age("late.comer", "20 minutes");

        assertThat(location(colleagues.arrive("late.comer", given).get("/"))).isEqualTo("/login");
    }

    @Test
    void takesAPasswordTypedOnAnotherKeyboardAsTheSame() {
        colleagues.join("other.keys", Role.TELLER);
        var decomposed = java.text.Normalizer.normalize(Colleagues.PASSWORD, java.text.Normalizer.Form.NFD);

        assertThat(colleagues.arrive("other.keys", decomposed).get("/").statusCode())
                .isEqualTo(200);
    }

    private void age(String login, String by) {
        owner.sql("update identity.account set password_changed_at = password_changed_at - cast(:by as interval) "
                        + "where login = :login")
                .param("by", by)
                .param("login", login)
                .update();
    }

    private static HttpResponse<String> change(Visitor visitor, String old, String chosen, String repeated) {
        visitor.get("/account/password");
        return visitor.post("/account/password", Map.of("old", old, "chosen", chosen, "repeated", repeated));
    }

    private static HttpResponse<String> choose(Visitor visitor, String chosen, String repeated) {
        visitor.get("/login/password");
        return visitor.post("/login/password", Map.of("chosen", chosen, "repeated", repeated));
    }

    private static void assertRefused(HttpResponse<String> answer, String says) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(422);
        assertThat(answer.body()).contains(says, "<title>Lỗi: Đổi mật khẩu · Đồng Vốn</title>");
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse("none").replaceFirst("^http://127.0.0.1:\\d+", "");
    }
}
