// Command write writes invented pages as the lines that hearsay add reads.
//
//	go run ./eval/grow/write -n 4000 > pages.jsonl && hearsay add -r big.db pages.jsonl
package main

import (
	"bufio"
	"encoding/json"
	"flag"
	"log"
	"os"

	"github.com/hearsay-news/hearsay/eval/grow"
)

func main() {
	n := flag.Int("n", 1000, "pages")
	from := flag.Int("from", 0, "first page")
	seed := flag.Uint64("seed", 1, "other pages for another seed")
	flag.Parse()
	out := bufio.NewWriter(os.Stdout)
	enc := json.NewEncoder(out)
	for p := range grow.From(*seed, *from, *from+*n) {
		err := enc.Encode(map[string]string{"id": p.ID, "text": string(p.Bytes), "published": p.Given.Published, "outlet": p.Given.Outlet, "form": "article"})
		if err != nil {
			log.Fatal(err)
		}
	}
	if err := out.Flush(); err != nil {
		log.Fatal(err)
	}
}
