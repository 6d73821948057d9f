package org.dongvon.form;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.View;

/**
 * A PDF ready for the reader. As a view it goes through the model like any page, so whoever is named on it is logged as seen.
 */
public final class PrintedForm implements View {

    private final String fileName;
    private final byte[] pdf;

    PrintedForm(String fileName, byte[] pdf) {
        this.fileName = fileName;
        this.pdf = pdf;
    }

    /** The name under which a browser keeps it: {@code 13-td_LC-T03_20240518.pdf}. */
    public String fileName() {
        return fileName;
    }

    /** The file. */
    public byte[] bytes() {
        return pdf.clone();
    }

    /**
     * The answer of a controller.
     *
     * @param people what the form shows of people: a {@link org.dongvon.shared.ShowsPeople} or a list of such
     */
    public ModelAndView showing(Object people) {
        return new ModelAndView(this, "people", people);
    }

    @Override
    public String getContentType() {
        return MediaType.APPLICATION_PDF_VALUE;
    }

    @Override
    public void render(@Nullable Map<String, ?> model, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        response.setContentType(getContentType());
        response.setContentLength(pdf.length);
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.inline().filename(fileName).build().toString());
        response.getOutputStream().write(pdf);
    }
}
