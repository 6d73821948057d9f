package org.dongvon.support;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Gives any Spring test, also one with {@code @SpringBootTest}, a data source on a migrated database and an
 * {@link OwnerDb}.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface PostgresDatabase {

    /**
     * The name of a database, and with it a context, that several test classes share; without one each class has its
     * own.
     */
    String sharedAs() default "";
}
