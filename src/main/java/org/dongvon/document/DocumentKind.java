package org.dongvon.document;

/** What kind of document it is, which says whom it binds. */
public enum DocumentKind {
    /** Luật. */
    LAW,
    /** Nghị định. */
    DECREE,
    /** Nghị quyết. */
    RESOLUTION,
    /** Quyết định. */
    DECISION,
    /** Chỉ thị. */
    DIRECTIVE,
    /** Kết luận. */
    CONCLUSION,
    /** Thông tư. */
    CIRCULAR,
    /** Hướng dẫn. */
    GUIDANCE,
    /** Kế hoạch. */
    PLAN,
    /** Công văn. */
    LETTER
}
