package org.dongvon.session.voucher;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import com.microsoft.playwright.Page;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import org.dongvon.support.Browser;
import org.dongvon.support.BrowserTest;
import org.dongvon.support.Village;
import org.dongvon.support.VillageDay;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;

/** A borrower scans the code on a receipt. */
@BrowserTest
class ReceiptBrowserTest {

    private final ApplicationContext beans;

    ReceiptBrowserTest(ApplicationContext beans) {
        this.beans = beans;
    }

    @Test
    void readsInWhichSealedBookTheReceiptIs(Browser browser) throws IOException, ReaderException {
        var village = Village.withAccounts(beans, "QRA");
        var day = VillageDay.open(beans, village);
        var group = day.lend(1, 5, "HONGHEO");
        day.save(group, 0, 70_000);
        browser.as("qra.teller");
        browser.open("/vouchers/QRA-01-24-000003/1");
        browser.look("receipt-qr-vi");
        var scanned = scan(browser.page());
        browser.open("/vouchers/QRA-01-24-000003/1?lang=en");
        browser.look("receipt-qr-en");
        browser.page().context().clearCookies();
        var path = scanned.replaceFirst("^http://[^/]+", "");

        browser.open(path + "?lang=vi");
        assertThat(browser.page().locator(".verdict")).containsText("đã được ghi sổ ngày 18/04/2024");
        browser.look("receipt-check-open-vi");
        day.end();
        VillageDay.close(beans, village, Village.FIRST_DAY);

        browser.open(path);
        assertThat(browser.page().locator(".verdict")).containsText("nằm trong sổ đã niêm phong ngày 18/04/2024");
        browser.look("receipt-check-sealed-vi");
        browser.open(path + "?lang=en");
        browser.look("receipt-check-sealed-en");
        browser.open("/roots?lang=vi");
        browser.look("roots-vi");
        browser.open("/roots/QRA?lang=en");
        browser.look("roots-office-en");
        browser.as("qra.director");
        browser.open("/closing?lang=vi");
        assertThat(browser.page().locator(".hash")).hasCount(1);
        browser.look("closing-seal-vi");
        browser.expectingRefusal();
        assertThat(browser.open("/r/none")).isEqualTo(404);
        browser.look("receipt-check-unknown-vi");
    }

    /** Reads the code off the screen as a telephone does. */
    private static String scan(Page page) throws IOException, ReaderException {
        var picture = ImageIO.read(new ByteArrayInputStream(page.locator(".qr").screenshot()));
        int width = picture.getWidth();
        int height = picture.getHeight();
        var pixels = picture.getRGB(0, 0, width, height, null, 0, width);
        var bitmap = new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(width, height, pixels)));
        return new QRCodeReader().decode(bitmap).getText();
    }
}
