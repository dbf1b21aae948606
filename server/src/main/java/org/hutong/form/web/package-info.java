/** The HTTP side of forms: opening, drafts, submissions. */
package org.hutong.form.web;
