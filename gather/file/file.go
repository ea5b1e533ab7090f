// Package file gathers pages from files and folders.
//
//	hearsay add saved/      saved/pages.csv: file,outlet,published
//	                                         000.html,Radio Nord,2021-07-18
//	  saved/000.html     →  Page{ID: "000", Form: HTML, Given: {Outlet: "Radio Nord", Published: "2021-07-18"}}
//	  saved/wire.jsonl   →  one page a line, each with its own id
//	  saved/crawl.wacz   →  the pages of a web archive; so .warc(.gz, .zst), .zip, .tar(.gz, .zst), .mhtml, .eml, .json
//	  saved/logo.png     →  Page{ID: "logo", Skip: {"unknown-format", ".png"}}
//
// Folders are walked in sorted order. What can't be read is still a page, with its skip.
package file
