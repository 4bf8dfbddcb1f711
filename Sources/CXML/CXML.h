/* libxml2 as it is, and what Swift cannot import of it: macros and variadic functions. */
#pragma once

#include <libxml/HTMLparser.h>
#include <libxml/HTMLtree.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/tree.h>

/* The first bytes of a handler that wants SAX version 2. */
static const unsigned int kxml_sax2 = XML_SAX2_MAGIC;

/* Parses HTML in UTF-8 however broken, silently, without network. NULL when memory ran out. Its
 * nesting is bounded by its length alone: who walks over it must not recurse. */
static inline htmlDocPtr kxml_html(const char *bytes, int count) {
    htmlParserCtxtPtr context = htmlCreateMemoryParserCtxt(bytes, count);
    if (context == NULL) return NULL;
    htmlCtxtUseOptions(
        context, HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET
            | HTML_PARSE_COMPACT | HTML_PARSE_IGNORE_ENC);
    /* Else the parser stops at a depth of 256, which pages with unclosed tags do reach. */
    context->options |= XML_PARSE_HUGE;
    xmlSwitchEncoding(context, XML_CHAR_ENCODING_UTF8);
    htmlParseDocument(context);
    htmlDocPtr document = context->myDoc;
    context->myDoc = NULL;
    htmlFreeParserCtxt(context);
    return document;
}
