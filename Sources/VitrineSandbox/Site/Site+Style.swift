extension Site {
  /// The style sheet; it follows the reader's choice of light or dark and the width of the window.
  static let style: StaticString = """
    :root{--ink:#1c2430;--soft:#5c6675;--line:#e1e5ea;--card:#fff;--ground:#f1f3f6;--brand:#0b57a4}
    @media (prefers-color-scheme:dark){:root{--ink:#e9edf2;--soft:#9aa6b5;--line:#2c3540;\
    --card:#1b222b;--ground:#11161c;--brand:#7db8f5}}
    *{box-sizing:border-box}
    body{margin:0;background:var(--ground);color:var(--ink);font:16px/1.5 system-ui,-apple-system,\
    "Segoe UI",Roboto,"Noto Sans",sans-serif,"Noto Color Emoji"}
    a{color:var(--brand)}
    .top{background:var(--card);border-bottom:1px solid var(--line);padding:.8rem 1.5rem;display:flex;\
    flex-wrap:wrap;gap:.2rem 1.5rem;align-items:baseline;justify-content:space-between}
    .top a{text-decoration:none}.top h1{margin:0;font-size:1.25rem;color:var(--brand)}
    .top p{margin:0;color:var(--soft);font-size:.9rem}
    main{max-width:72rem;margin:1.5rem auto;padding:0 1rem}main.narrow{max-width:42rem}
    .search{display:flex;gap:.5rem}
    .search input{flex:1;min-width:0;font:inherit;padding:.6rem .9rem;border:1px solid var(--line);\
    border-radius:.6rem;background:var(--card);color:inherit}
    .search button{font:inherit;padding:.6rem 1.2rem;border:0;border-radius:.6rem;\
    background:var(--brand);color:var(--card);cursor:pointer}
    .count{color:var(--soft);font-size:.9rem}
    .grid{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(20rem,100%),1fr));gap:1rem}
    .card,article,.cover{background:var(--card);border:1px solid var(--line);border-radius:.8rem}
    .card{display:flex;flex-direction:column;gap:.7rem;padding:1rem;color:inherit;\
    text-decoration:none}
    .card:hover,.card:focus-visible{border-color:var(--brand)}
    .card header,article header,.who{display:flex;gap:.8rem;align-items:center}
    .card header div,article header div,.who div{min-width:0}
    h2,h3{margin:0;font-size:1rem;line-height:1.3;overflow-wrap:anywhere}
    .card header p,article header p,.who p{margin:0;color:var(--soft);font-size:.85rem}
    .avatar{flex:none;width:2.8rem;height:2.8rem;border-radius:50%;display:grid;place-items:center;\
    color:#fff;font-weight:600}
    .excerpt{margin:0;white-space:pre-line;overflow:hidden;overflow-wrap:anywhere;\
    display:-webkit-box;-webkit-box-orient:vertical;-webkit-line-clamp:5;line-clamp:5}
    .quiet,.empty{color:var(--soft);font-style:italic}.empty{text-align:center;padding:2rem}
    .card footer{margin-top:auto;color:var(--soft);font-size:.8rem}
    .pager{display:flex;gap:1.5rem;justify-content:center;align-items:center;margin:2rem 0}
    .cover{overflow:hidden;margin-bottom:1rem}
    .band{height:7rem;background:linear-gradient(110deg,#0b57a4,#1f8a70)}
    .who{padding:1rem}.who .avatar{width:4.5rem;height:4.5rem;font-size:1.5rem;margin-top:-2.5rem;\
    border:4px solid var(--card)}.who h2{font-size:1.35rem}
    article{margin-bottom:1rem;overflow:hidden}article header{padding:1rem 1rem .5rem}
    article:target{border-color:var(--brand);box-shadow:0 0 0 2px var(--brand)}
    .prose{padding:.2rem 1rem .8rem;white-space:pre-line;overflow-wrap:anywhere}
    article img{display:block;width:100%;max-height:32rem;object-fit:cover}
    .preview{margin:0 1rem 1rem;padding:.8rem;border:1px solid var(--line);border-radius:.5rem;\
    overflow-wrap:anywhere}
    .comment{margin:0 1rem .6rem;padding:.5rem .8rem;border-radius:.8rem;background:var(--ground)}
    article footer{display:flex;justify-content:space-around;padding:.7rem;color:var(--soft);\
    font-size:.9rem;border-top:1px solid var(--line)}
    """
}
