package org.dongvon.shared.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.dongvon.shared.table.Sheet;
import org.dongvon.shared.table.WorkbookFile;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.View;

/** A workbook that the reader takes along. As a view it goes through the model like any page, so whoever is named in it is logged as seen. */
public final class WorkbookDownload implements View {

    private static final String TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final String name;
    private final byte[] bytes;

    private WorkbookDownload(String name, byte[] bytes) {
        this.name = name;
        this.bytes = bytes;
    }

    /**
     * The answer of a controller.
     *
     * @param name of the file, without its ending
     * @param people what it shows of people, or the table itself where there are none
     */
    public static ModelAndView of(String name, List<Sheet> sheets, Object people) {
        return new ModelAndView(new WorkbookDownload(name + ".xlsx", WorkbookFile.bytes(sheets)), "people", people);
    }

    @Override
    public String getContentType() {
        return TYPE;
    }

    @Override
    public void render(@Nullable Map<String, ?> model, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        response.setContentType(TYPE);
        response.setContentLength(bytes.length);
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename(name, StandardCharsets.UTF_8)
                        .build()
                        .toString());
        response.getOutputStream().write(bytes);
    }
}
