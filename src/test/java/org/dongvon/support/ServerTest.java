package org.dongvon.support;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.dongvon.Application;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.test.context.TestConstructor;
import org.springframework.test.context.TestConstructor.AutowireMode;

/**
 * A test of the whole server as it runs, in demonstration mode, over HTTP. All such tests share one server and its
 * database; {@link Site} knows its address and its people. Beans come by the constructor.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        classes = Application.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {"dongvon.demo=true", "server.tomcat.max-http-form-post-size=64KB"})
@PostgresDatabase(sharedAs = "server")
@TestConstructor(autowireMode = AutowireMode.ALL)
public @interface ServerTest {}
