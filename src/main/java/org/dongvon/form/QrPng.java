package org.dongvon.form;

import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.Encoder;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import javax.imageio.ImageIO;

/** A QR code as a picture that a paper holds within itself. */
public final class QrPng {

    private static final int MARGIN = 4;

    /** Dots a module: a printer of 600 dots an inch draws a code of 22 mm with about ten. */
    private static final int DOTS = 8;

    private static final int WHITE = 0xffffff;

    private QrPng() {}

    /** The picture of a text as a {@code data:image/png} address. */
    public static String dataAddress(String text) {
        var out = new ByteArrayOutputStream();
        try {
            var matrix = Encoder.encode(text, ErrorCorrectionLevel.M).getMatrix();
            int size = (matrix.getWidth() + 2 * MARGIN) * DOTS;
            var picture = new BufferedImage(size, size, BufferedImage.TYPE_BYTE_BINARY);
            for (int y = 0; y < size; y++) {
                for (int x = 0; x < size; x++) {
                    int column = x / DOTS - MARGIN;
                    int row = y / DOTS - MARGIN;
                    boolean inside = column >= 0 && row >= 0 && column < matrix.getWidth() && row < matrix.getHeight();
                    picture.setRGB(x, y, inside && matrix.get(column, row) == 1 ? 0 : WHITE);
                }
            }
            ImageIO.write(picture, "png", out);
        } catch (WriterException e) {
            throw new IllegalArgumentException("too long for a QR code: " + text, e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return "data:image/png;base64," + Base64.getEncoder().encodeToString(out.toByteArray());
    }
}
