package org.dongvon.loan.application.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.dongvon.identity.Accounts;
import org.dongvon.identity.NewAccount;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Narrowing;
import org.dongvon.shared.Role;
import org.dongvon.support.Browser;
import org.dongvon.support.BrowserTest;
import org.dongvon.support.PeopleVillage;
import org.dongvon.support.Site;
import org.dongvon.support.Texts;
import org.dongvon.support.Visitor;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.springframework.context.ApplicationContext;

/** A flat on social-housing credit and a job loan, from the office's counter to the first part of the money. */
@BrowserTest
@TestInstance(Lifecycle.PER_CLASS)
class DirectLendingBrowserTest {

    private final ApplicationContext beans;
    private final Site site;

    private PeopleVillage home;

    DirectLendingBrowserTest(ApplicationContext beans, Site site) {
        this.beans = beans;
        this.site = site;
    }

    @BeforeAll
    void people() {
        home = PeopleVillage.of(beans, "VAYTT");
        var account = new NewAccount(
                "vaytt.tindung", "Nguyễn Thu Trang", Role.CREDIT_OFFICER, home.village.office, Narrowing.NONE, null);
        beans.getBean(Accounts.class).create(Actor.SYSTEM, account, Site.PASSWORD);
    }

    @Test
    void aFlatFromTheCounterToTheFirstPart(Browser officer, Browser director, Browser controller) {
        officer.as("vaytt.tindung");
        begin(officer, 0, "NOXH");
        look(officer, "/applications/direct?programme=NOXH&household=" + home.household(0) + "&", "direct-new");
        begin(officer, 0, "NOXH");
        officer.page().selectOption("#class", "PURCHASE");
        terms(officer, "Mua căn hộ nhà ở xã hội A-12", "700tr", "230tr", "470tr");
        officer.page().click("text=Lưu bản nháp");
        assertThat(officer.page().locator("main")).containsText("còn thiếu 470.000.000 đồng");
        officer.page().click("button:has-text('Nhận đủ hồ sơ')");
        assertThat(officer.page().locator(".states [aria-current]")).containsText("Ngân hàng thẩm định");
        var code = officer.page().url().replaceFirst(".*/", "");

        officer.page().click("text=Thẩm định, đề xuất");
        officer.page().fill("#reason", "Đủ điều kiện vay vốn");
        officer.page().click("main form .btn-main");
        approve(director, "vaytt.director");

        var address = "/applications/" + code;
        officer.open(address);
        officer.page().fill("#description", "Căn hộ A-12 tòa nhà số 3, hình thành từ vốn vay");
        officer.page().fill("#owner", "Nguyễn Thị Mơ");
        officer.page().fill("#value", "700tr");
        officer.page().click("text=Ghi tài sản bảo đảm");
        look(officer, address + "?", "direct-secured");
        officer.open(address + "?lang=vi");
        officer.page().click("button:has-text('Ký hợp đồng')");
        assertThat(officer.page().locator(".states [aria-current]")).containsText("Đã ký hợp đồng");

        officer.page().click("text=Giải ngân chuyển khoản");
        pay(officer);
        approve(controller, "vaytt.controller");
        var loan = "/loans/" + code.replace("-HS", "-V");
        officer.open(loan + "?lang=vi");
        assertThat(officer.page().locator("main")).containsText("270.000.000 đồng");
        look(officer, loan + "?", "direct-loan");
        look(officer, loan + "/transfer?", "direct-transfer");
        look(officer, "/applications?", "direct-list");
    }

    @Test
    void aJobLoanAsksForJobsAndIsPromisedByContract(Browser officer, Browser director) {
        officer.as("vaytt.tindung");
        begin(officer, 1, "GQVL");
        officer.page().selectOption("#class", "WORKER");
        officer.page().fill("#purpose", "Mở xưởng may gia công");
        officer.page().fill("#amount", "50tr");
        officer.page().fill("#months", "36");
        officer.page().fill("#interval", "12");
        officer.page().fill("#place", "thôn Phú Lâm");
        officer.page().fill("#created", "2");
        officer.page().fill("#women", "1");
        officer.page().fill("#family", "2");
        officer.page().fill("#income", "300tr");
        officer.page().fill("#cost", "200tr");
        officer.page().click("text=Lưu bản nháp");
        assertThat(officer.page().locator("main")).containsText("tạo mới 2, duy trì 0, mở rộng 0; trong đó nữ 1");
        var address = officer.page().url().replaceFirst(".*/applications", "/applications");
        look(officer, address + "?", "direct-jobs");
        var paper = officer.page().request().get(officer.page().url().replaceFirst("[?].*", "") + "/papers/01-gqvl");
        assertThat(paper.status()).isEqualTo(200);
        assertThat(new String(paper.body(), 0, 5, StandardCharsets.US_ASCII)).isEqualTo("%PDF-");
        var contract = address.replaceFirst("[?].*", "") + "/papers/07b-gqvl";
        assertThat(new Visitor(site).as("vaytt.tindung").get(contract).statusCode())
                .isEqualTo(409);
        officer.open(address + "?lang=vi");
        officer.page().click("button:has-text('Nhận đủ hồ sơ')");
        officer.page().click("text=Thẩm định, đề xuất");
        officer.page().fill("#reason", "Đủ điều kiện vay vốn");
        officer.page().click("main form .btn-main");
        approve(director, "vaytt.director");
        officer.open(address + "?lang=vi");
        assertThat(officer.page().locator("main")).containsText("In 07b/GQVL");
        assertThat(Texts.of(new Visitor(site).as("vaytt.tindung").getBytes(contract)))
                .contains("HỢP ĐỒNG TÍN DỤNG", "50.000.000 đồng", "thôn Phú Lâm", "Lãi suất cho vay");
        look(officer, "/applications/direct?programme=GQVL&household=" + home.household(1) + "&", "direct-new-jobs");
    }

    private void begin(Browser officer, int person, String programme) {
        officer.open("/applications?lang=vi");
        officer.page().click("text=Nhận hồ sơ vay trực tiếp");
        officer.page().fill("#household", home.household(person));
        officer.page().selectOption("#programme", programme);
        officer.page().click("text=Tiếp tục");
    }

    private static void terms(Browser officer, String purpose, String need, String own, String amount) {
        officer.page().fill("#purpose", purpose);
        officer.page().fill("#need", need);
        officer.page().fill("#own", own);
        officer.page().fill("#amount", amount);
        officer.page().fill("#months", "240");
        officer.page().fill("#interval", "6");
    }

    private static void pay(Browser officer) {
        officer.page().fill("#amount", "200tr");
        officer.page().selectOption("#payee", "SELLER");
        officer.page().fill("#holder", "Công ty Nhà ở xã hội");
        officer.page().fill("#account", "0102 0304 05");
        officer.page().fill("#bank", "NHCSXH Hải Phòng");
        officer.page().fill("#invoice", "HĐ 12/2024");
        officer.page().fill("#reason", "Theo giấy đề nghị của người vay, đợt 1");
        officer.page().click("main form .btn-main");
        assertThat(officer.page().url()).contains("/approvals/");
    }

    /** The one request that waits for this person. */
    private void approve(Browser checker, String login) {
        checker.as(login);
        checker.open("/approvals?lang=vi");
        checker.page()
                .locator("main a[href^='/approvals/']:not([href*='limits'])")
                .first()
                .click();
        look(
                checker,
                checker.page().url().replaceFirst(".*/approvals", "/approvals") + "?",
                "direct-approval-" + login);
        checker.open(
                checker.page().url().replaceFirst(".*/approvals", "/approvals").replaceFirst("[?].*", "") + "?lang=vi");
        checker.page().locator("form[action$='/approval'] button").first().click();
    }

    private static void look(Browser browser, String path, String name) {
        for (var language : new String[] {"vi", "en"}) {
            assertThat(browser.open(path + "lang=" + language)).isEqualTo(200);
            browser.look(name + "-" + language);
        }
    }
}
