/** Forms on paper: how a sheet is drawn, and the code by which a photographed one is known again. */
package org.hutong.form.paper;
