package org.dongvon.shared.web;

import java.util.LinkedHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Gives controllers what was typed, and the page its {@code form} back. */
final class FormResolver implements HandlerMethodArgumentResolver {

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Form.class;
    }

    @Override
    public Form resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        var typed = new LinkedHashMap<String, String>();
        request.getParameterMap().forEach((field, values) -> typed.put(field, values[0]));
        var form = new Form(typed);
        if (container != null) {
            container.addAttribute("form", form);
        }
        return form;
    }
}
