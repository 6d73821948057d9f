package org.dongvon.shared.web;

import org.dongvon.shared.WebOnly;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Whether this server shows invented data: then every page says so. */
@Component
@WebOnly
public class DemoMode {

    private final boolean on;

    DemoMode(@Value("${dongvon.demo:false}") boolean on) {
        this.on = on;
    }

    public boolean isOn() {
        return on;
    }
}
